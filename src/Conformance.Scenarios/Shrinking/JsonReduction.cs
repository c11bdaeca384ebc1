using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Shrinking;

/// <summary>Values with a little less in them, the greatest reductions first.</summary>
internal static class JsonReduction
{
    /// <summary>Every value that is the given one with one property, some elements or half a text left out.</summary>
    public static IEnumerable<JsonNode?> Of(JsonNode? value) =>
        Places(value, FieldPath.Root)
            .OrderBy(p => p.Segments.Length)
            .SelectMany(place => At(value, place))
            .DistinctBy(smaller => smaller?.ToJsonString());

    private static IEnumerable<JsonNode?> At(JsonNode? root, FieldPath place)
    {
        switch (PayloadEditor.Find(root, place))
        {
            case JsonObject properties:
                foreach (var (name, _) in properties)
                {
                    yield return PayloadEditor.Without(root, place.Child(name));
                }

                break;
            case JsonArray { Count: > 1 } elements:
                var half = elements.Count / 2;
                yield return PayloadEditor.With(root, place, Part(elements, 0, half));
                yield return PayloadEditor.With(root, place, Part(elements, half, elements.Count - half));
                for (var i = 0; i < elements.Count; i++)
                {
                    yield return PayloadEditor.Without(root, place.Element(i));
                }

                break;
            case JsonValue text when text.GetValueKind() is JsonValueKind.String:
                var characters = text.GetValue<string>();
                var length = CodePoints.Count(characters);
                if (length > 1)
                {
                    yield return PayloadEditor.With(root, place, CodePoints.Take(characters, length / 2));
                    yield return PayloadEditor.With(root, place, CodePoints.Skip(characters, length / 2));
                    yield return PayloadEditor.With(root, place, CodePoints.Take(characters, length - 1));
                }

                break;
            default:
                break;
        }
    }

    private static JsonArray Part(JsonArray elements, int start, int count) =>
        new([.. elements.Skip(start).Take(count).Select(e => e?.DeepClone())]);

    private static IEnumerable<FieldPath> Places(JsonNode? value, FieldPath place)
    {
        yield return place;
        var inner = value switch
        {
            JsonObject properties => properties.Select(p => (p.Value, place.Child(p.Key))),
            JsonArray elements => elements.Select((e, i) => (e, place.Element(i))),
            _ => [],
        };
        foreach (var found in inner.SelectMany(i => Places(i.Item1, i.Item2)))
        {
            yield return found;
        }
    }
}
