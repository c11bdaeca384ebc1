using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Validation;

namespace Conformance.Specification.Schemas.Resolution;

/// <summary>Where a keyword holds schemas.</summary>
internal static class Subschemas
{
    /// <summary>The schemas in a keyword's value, each with its JSON Pointer from the schema that has the keyword.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="keyword">The keyword with its value.</param>
    public static IEnumerable<(string Suffix, JsonElement Schema)> Of(SchemaDialect dialect, JsonProperty keyword)
    {
        var shape = KeywordTable.Find(keyword.Name, dialect)?.Subschemas ?? SubschemaShape.None;
        var prefix = "/" + JsonPath.Escape(keyword.Name);
        return keyword.Value.ValueKind switch
        {
            JsonValueKind.Object when shape.HasFlag(SubschemaShape.Map) => keyword
                .Value.EnumerateObject()
                .Where(member => IsSchema(member.Value))
                .Select(member => ($"{prefix}/{JsonPath.Escape(member.Name)}", member.Value)),
            JsonValueKind.Array when shape.HasFlag(SubschemaShape.List) => keyword
                .Value.EnumerateArray()
                .Select((element, i) => ($"{prefix}/{i.ToString(CultureInfo.InvariantCulture)}", element)),
            _ when shape.HasFlag(SubschemaShape.Single) && IsSchema(keyword.Value) => [(prefix, keyword.Value)],
            _ => [],
        };
    }

    private static bool IsSchema(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;
}
