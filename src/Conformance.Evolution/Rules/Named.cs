using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules;

/// <summary>Lists of names in both versions.</summary>
internal static class Named
{
    /// <summary>Names that only the first list has.</summary>
    public static IEnumerable<Located<string>> Without(
        IEnumerable<Located<string>> names,
        IEnumerable<Located<string>> others,
        StringComparer? comparer = null
    )
    {
        var known = others.Select(o => o.Value).ToHashSet(comparer ?? StringComparer.Ordinal);
        return names.Where(n => !known.Contains(n.Value)).DistinctBy(n => n.Value);
    }
}
