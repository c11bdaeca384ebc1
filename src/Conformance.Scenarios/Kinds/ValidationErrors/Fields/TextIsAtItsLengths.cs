using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A text has its least or greatest length, or one character less or more.</summary>
internal sealed class TextIsAtItsLengths : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field) =>
        field.SampleText is { } sample ? Probe(field, sample).Where(p => p.Value is not null) : [];

    private static IEnumerable<FieldProbe> Probe(FieldUnderTest field, string sample)
    {
        if (field.Schema.MinLength is { } least and > 0)
        {
            yield return FieldProbe.Accepted("shortest", "minLength", Text(field, sample, least), Characters(least));
            yield return FieldProbe.Refused(
                "too-short",
                "minLength",
                Text(field, sample, least - 1),
                $"shorter than {Characters(least)}"
            );
            if (least > 1)
            {
                yield return FieldProbe.Refused("no-text", "minLength", JsonValue.Create(""), "empty");
            }
        }

        if (field.Schema.MaxLength is not { } greatest)
        {
            yield break;
        }

        yield return FieldProbe.Accepted("longest", "maxLength", Text(field, sample, greatest), Characters(greatest));
        yield return FieldProbe.Refused(
            "too-long",
            "maxLength",
            Text(field, sample, greatest + 1),
            $"longer than {Characters(greatest)}"
        );
        foreach (
            var probe in field.Schema.Pattern is null && field.Schema.Format is null ? Counting(field, greatest) : []
        )
        {
            yield return probe;
        }
    }

    // Characters, not bytes: two bytes each in UTF-8, and, as JSON Schema counts, also those that are two UTF-16 units.
    private static IEnumerable<FieldProbe> Counting(FieldUnderTest field, int greatest)
    {
        yield return FieldProbe.Accepted(
            "longest-in-accented-letters",
            "maxLength",
            Text(field, "\u00e9", greatest),
            $"{Characters(greatest)}, two bytes each"
        );
        yield return FieldProbe.Accepted(
            "longest-beyond-the-basic-plane",
            "maxLength",
            Text(field, "\U0001F600", greatest),
            $"{Characters(greatest)}, two UTF-16 units each"
        ) with
        {
            Level = RequirementLevel.Should,
        };
    }

    private static JsonNode? Text(FieldUnderTest field, string sample, int length) =>
        field.Strings.OfLength(field.Schema, sample, length) is { } text ? JsonValue.Create(text) : null;

    private static string Characters(int count) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} characters");
}
