using System.Text.Json.Nodes;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Titles of cases about one value: short, whatever the value's length.</summary>
internal static class ProbeTitles
{
    private const int LongestValue = 40;

    /// <summary>For example <c>POST /api/v1/orders refuses items[0].quantity: 0, below the minimum of 1</c>.</summary>
    public static string Of(string endpoint, string field, FieldProbe probe) =>
        probe.IsOpen ? $"{endpoint} survives {field}: {Short(probe.Value)}, {probe.Words}"
        : probe.IsAbsent ? $"{endpoint} {(probe.IsAccepted ? "accepts" : "refuses")} a request without {field}"
        : $"{endpoint} {(probe.IsAccepted ? "accepts" : "refuses")} {field}: {Short(probe.Value)}, {probe.Words}";

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}...";
    }
}
