namespace Conformance.Specification.Model;

/// <summary>The order in which a list or search returns its elements.</summary>
/// <param name="Field">Field of an element that decides, for example <c>created_at</c>. Elements with equal values may stand in any order.</param>
/// <param name="IsDescending">Whether the greatest value (the latest time) comes first.</param>
public sealed record ListOrder(string Field, bool IsDescending);
