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

        // What a reader that trims would take.
        var padded = field.SampleText + " ";
        if (!SchemaFormats.IsMatch(format, padded))
        {
            yield return FieldProbe.Refused("format-with-space", "format", JsonValue.Create(padded), $"not {meaning}");
        }

        // Readers of UUIDs differ in what they take beside the form of RFC 9562.
        foreach (var (id, text) in format is "uuid" ? OtherUuids : [])
        {
            yield return FieldProbe.Open(id, "format", JsonValue.Create(text), "a UUID in another notation");
        }
    }

    private static readonly (string Id, string Text)[] OtherUuids =
    [
        ("uuid-without-hyphens", "7c9e6679742540de944be07fc1f90ae7"),
        ("uuid-in-braces", "{7c9e6679-7425-40de-944b-e07fc1f90ae7}"),
    ];

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
            "uuid" =>
            [
                ("uuid-in-upper-case", "7C9E6679-7425-40DE-944B-E07FC1F90AE7"),
                ("uuid-version-7", "01890a5d-ac96-774b-bcce-b302099a8057"),
            ],
            _ => [],
        };
}
