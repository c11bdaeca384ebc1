using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A text is of its format, or only looks like it.</summary>
internal sealed class TextMissesItsFormat : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.Schema.Format is not { } written || field.SampleText is null || !SchemaFormats.IsKnown(written))
        {
            yield break;
        }

        var format = SchemaFormats.Normalize(written);
        var meaning = SchemaFormats.MeaningOf(format);
        foreach (var (id, text) in Valid(format))
        {
            yield return FieldProbe.Accepted(id, "format", JsonValue.Create(text), meaning!);
        }

        foreach (var (id, text) in FormatValues.Invalid(format).Where(v => !SchemaFormats.IsMatch(format, v.Text)))
        {
            yield return FieldProbe.Refused(id, "format", JsonValue.Create(text), $"not {meaning}");
        }

        if (format is "iso-3166-1-alpha-2" or "iso-4217")
        {
            // The codes are upper case by their standards; some readers are lenient there, and no harm is done.
            var text = format is "iso-4217" ? "usd" : "us";
            yield return FieldProbe.Refused(
                "code-in-lower-case",
                "format",
                JsonValue.Create(text),
                $"not {meaning}"
            ) with
            {
                Level = RequirementLevel.Should,
            };
        }
    }

    private static IEnumerable<(string Id, string Text)> Valid(string format) =>
        format switch
        {
            "iso-3166-1-alpha-2" => [("country-DE", "DE"), ("country-JP", "JP"), ("country-BR", "BR")],
            "iso-4217" => [("currency-EUR", "EUR"), ("currency-JPY", "JPY")],
            "date" => [("leap-day", "2028-02-29")],
            "date-time" =>
            [
                ("offset-other-than-zero", "2026-01-15T12:30:00+02:00"),
                ("fraction-of-a-second", "2026-01-15T10:30:00.123Z"),
            ],
            "uuid" => [("uuid-in-upper-case", "7C9E6679-7425-40DE-944B-E07FC1F90AE7")],
            _ => [],
        };
}
