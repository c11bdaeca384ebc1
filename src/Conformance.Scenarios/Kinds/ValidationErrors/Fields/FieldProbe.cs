using System.Text.Json.Nodes;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>One value to try in a field, and what must become of it.</summary>
/// <param name="Id">Last part of the case's id, for example <c>above-maximum</c>.</param>
/// <param name="Keyword">The JSON-Schema keyword it is about.</param>
/// <param name="IsAccepted">Whether the value is just inside (accepted) or outside (refused).</param>
/// <param name="Value">The value.</param>
/// <param name="Words">What is special about it, as it follows the value: <c>above the maximum of 999</c>.</param>
internal sealed record FieldProbe(string Id, string Keyword, bool IsAccepted, JsonNode? Value, string Words)
{
    /// <summary>Whether the field is left out instead of set.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>How binding the expectation is.</summary>
    public RequirementLevel Level { get; init; } = RequirementLevel.Must;

    /// <summary>Whether the error details can be expected to name the field; false when they may name another place.</summary>
    public bool NamesField { get; init; } = true;

    /// <summary>Whether only a JSON body can carry the value: a URL or a header has no other type than text.</summary>
    public bool IsJsonOnly { get; init; }

    /// <summary>Whether the specification leaves open what becomes of the value: either answer is an observation.</summary>
    public bool IsOpen { get; init; }

    /// <summary>A value of which nobody has said whether it is allowed.</summary>
    public static FieldProbe Open(string id, string keyword, JsonNode? value, string words) =>
        new(id, keyword, true, value, words) { IsOpen = true };

    /// <summary>A value that must be refused.</summary>
    public static FieldProbe Refused(string id, string keyword, JsonNode? value, string words) =>
        new(id, keyword, false, value, words);

    /// <summary>A value that must be accepted.</summary>
    public static FieldProbe Accepted(string id, string keyword, JsonNode? value, string words) =>
        new(id, keyword, true, value, words);
}
