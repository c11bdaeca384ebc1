using System.Collections.Immutable;

namespace Conformance.Evolution.Pairs;

/// <summary>What belongs together in two versions.</summary>
internal static class Matching
{
    /// <summary>Things by key: in both versions, or with null where a version lacks it. In the order of the old version.</summary>
    public static ImmutableArray<(T? Old, T? New)> By<T>(
        IEnumerable<T> olds,
        IEnumerable<T> news,
        Func<T, string> key,
        StringComparer? comparer = null
    )
        where T : class
    {
        comparer ??= StringComparer.Ordinal;
        var remaining = new Dictionary<string, T>(comparer);
        var order = new List<string>();
        foreach (var item in news)
        {
            if (remaining.TryAdd(key(item), item))
            {
                order.Add(key(item));
            }
        }

        var pairs = ImmutableArray.CreateBuilder<(T?, T?)>();
        var seen = new HashSet<string>(comparer);
        foreach (var item in olds.Where(o => seen.Add(key(o))))
        {
            remaining.Remove(key(item), out var match);
            pairs.Add((item, match));
        }

        pairs.AddRange(order.Where(remaining.ContainsKey).Select(k => ((T?)null, (T?)remaining[k])));
        return pairs.ToImmutable();
    }
}
