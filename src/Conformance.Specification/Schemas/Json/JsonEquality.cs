using System.Text.Json;

namespace Conformance.Specification.Schemas.Json;

/// <summary>Equality of JSON values as JSON Schema defines it: by type and value, numbers by their exact value,
/// objects without regard to order.</summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    private JsonEquality() { }

    /// <summary>The comparer.</summary>
    public static JsonEquality Comparer { get; } = new();

    /// <summary>Whether two values are equal.</summary>
    /// <param name="a">One value.</param>
    /// <param name="b">The other.</param>
    public static bool AreEqual(JsonElement a, JsonElement b) =>
        a.ValueKind == b.ValueKind
        && a.ValueKind switch
        {
            JsonValueKind.Object => AreEqualObjects(a, b),
            JsonValueKind.Array => AreEqualArrays(a, b),
            JsonValueKind.String => JsonText.Of(a) == JsonText.Of(b),
            JsonValueKind.Number => JsonNumber.Of(a).Equals(JsonNumber.Of(b)),
            _ => true,
        };

    /// <inheritdoc />
    public bool Equals(JsonElement x, JsonElement y) => AreEqual(x, y);

    /// <inheritdoc />
    public int GetHashCode(JsonElement obj) =>
        obj.ValueKind switch
        {
            JsonValueKind.Object => obj.EnumerateObject()
                .Aggregate(
                    1,
                    (hash, member) => hash + HashCode.Combine(JsonText.NameOf(member), GetHashCode(member.Value))
                ),
            JsonValueKind.Array => obj.EnumerateArray()
                .Aggregate(2, (hash, element) => HashCode.Combine(hash, GetHashCode(element))),
            JsonValueKind.String => JsonText.Of(obj).GetHashCode(StringComparison.Ordinal),
            JsonValueKind.Number => JsonNumber.Of(obj).GetHashCode(),
            var kind => (int)kind,
        };

    private static bool AreEqualObjects(JsonElement a, JsonElement b)
    {
        if (a.GetPropertyCount() != b.GetPropertyCount())
        {
            return false;
        }

        foreach (var member in a.EnumerateObject())
        {
            if (!b.TryGetProperty(JsonText.NameOf(member), out var other) || !AreEqual(member.Value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqualArrays(JsonElement a, JsonElement b)
    {
        if (a.GetArrayLength() != b.GetArrayLength())
        {
            return false;
        }

        using var others = b.EnumerateArray();
        foreach (var element in a.EnumerateArray())
        {
            if (!others.MoveNext() || !AreEqual(element, others.Current))
            {
                return false;
            }
        }

        return true;
    }
}
