using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>An array has its least or greatest number of elements, or one less or more; or the same element twice.</summary>
internal sealed class ArrayIsAtItsCounts : IFieldSituation
{
    // A bound such as 10^6 is not met by sending that much.
    private const int MostElements = 2_000;

    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.Sample is not JsonArray { Count: > 0 } sample)
        {
            yield break;
        }

        if (field.Schema.MinItems is { } least and > 0)
        {
            yield return FieldProbe.Accepted(
                "fewest-elements",
                "minItems",
                Elements(field, sample, least),
                Count(least)
            );
            yield return FieldProbe.Refused(
                "too-few-elements",
                "minItems",
                Elements(field, sample, least - 1),
                $"fewer than {Count(least)}"
            );
            if (least > 1)
            {
                yield return FieldProbe.Refused(
                    "no-element",
                    "minItems",
                    new JsonArray(),
                    $"fewer than {Count(least)}"
                );
            }
        }

        if (field.Schema.MaxItems is { } greatest and < MostElements)
        {
            yield return FieldProbe.Accepted(
                "most-elements",
                "maxItems",
                Elements(field, sample, greatest),
                Count(greatest)
            );
            yield return FieldProbe.Refused(
                "too-many-elements",
                "maxItems",
                Elements(field, sample, greatest + 1),
                $"more than {Count(greatest)}"
            );
        }

        if (field.Schema.UniqueItems && field.Schema.MaxItems is not < 2)
        {
            JsonArray twice = [sample[0]?.DeepClone(), sample[0]?.DeepClone()];
            yield return FieldProbe.Refused("repeated-element", "uniqueItems", twice, "the same element twice") with
            {
                NamesField = false,
            };
            if (field.Schema.MaxItems is not < 3)
            {
                var apart = Elements(field, sample, 2);
                apart.Add(apart[0]?.DeepClone());
                yield return FieldProbe.Refused(
                    "repeated-element-apart",
                    "uniqueItems",
                    apart,
                    "the same element first and last"
                ) with
                {
                    NamesField = false,
                };
            }
        }
    }

    private static JsonArray Elements(FieldUnderTest field, JsonArray sample, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => PayloadGenerator.Distinct(sample[i % sample.Count]?.DeepClone(), field.Schema, i)),
        ];

    private static string Count(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "element" : "elements")}");
}
