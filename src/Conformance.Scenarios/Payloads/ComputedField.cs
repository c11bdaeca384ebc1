using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// Computes a declared formula over a payload, in decimal arithmetic: <c>sum(items[].quantity * items[].unit_price)</c>,
/// <c>sum(items[].quantity)</c>, <c>count(items[])</c>, or a product of fields.
/// </summary>
internal static partial class ComputedField
{
    /// <summary>The value; null when the formula is of another form or the payload lacks a field of it.</summary>
    public static decimal? Compute(string formula, JsonNode? payload)
    {
        var match = Call().Match(formula.Trim());
        var (function, terms) = match.Success
            ? (match.Groups["function"].Value, match.Groups["terms"].Value)
            : ("", formula);
        var paths = terms.Split('*', StringSplitOptions.TrimEntries).ToList();
        var array = paths[0].IndexOf("[]", StringComparison.Ordinal);
        if (function.Length == 0)
        {
            return Product(payload, paths);
        }

        var elements = array < 0 ? null : PayloadEditor.Find(payload, FieldPath.Parse(paths[0][..array])) as JsonArray;
        return elements is null ? null
            : function == "count" ? elements.Count
            : Sum(payload, paths, elements.Count);
    }

    private static decimal? Sum(JsonNode? payload, List<string> paths, int count)
    {
        decimal? sum = 0;
        for (var i = 0; i < count; i++)
        {
            var index = $"[{i.ToString(CultureInfo.InvariantCulture)}]";
            sum += Product(payload, paths.Select(p => p.Replace("[]", index, StringComparison.Ordinal)));
        }

        return sum;
    }

    private static decimal? Product(JsonNode? payload, IEnumerable<string> paths) =>
        paths.Aggregate((decimal?)1, (product, path) => product * Number(payload, path));

    private static decimal? Number(JsonNode? payload, string term) =>
        decimal.TryParse(term, NumberStyles.Number, CultureInfo.InvariantCulture, out var constant) ? constant
        : PayloadEditor.Find(payload, FieldPath.Parse(term)) is JsonValue value
        && value.GetValueKind() is JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
        : null;

    [GeneratedRegex(
        @"^(?<function>sum|count)\((?<terms>[^()]+)\)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Call();
}
