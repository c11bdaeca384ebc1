using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.OpenApi.Import;

/// <summary>Counts what is carried over, and keeps the reasons for what is not.</summary>
internal sealed class ImportLedger
{
    private readonly Dictionary<string, (int Found, int Carried)> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string What, string Why), (int Count, SourceLocation First)> losses = [];
    private readonly List<(string What, string Why)> order = [];

    /// <summary>One more of a kind that was carried over.</summary>
    public void Carried(string kind) => Count(kind, 1);

    /// <summary>One more of a kind that was not carried over.</summary>
    public void Left(string kind, string what, string why, SourceLocation at)
    {
        Count(kind, 0);
        Lost(what, why, at);
    }

    /// <summary>Part of something that was carried over is missing from it.</summary>
    public void Lost(string what, string why, SourceLocation at)
    {
        var key = (what, why);
        if (losses.TryGetValue(key, out var known))
        {
            losses[key] = known with { Count = known.Count + 1 };
            return;
        }

        losses.Add(key, (1, at));
        order.Add(key);
    }

    /// <summary>Something that was counted as carried over had to be left out after all.</summary>
    public void TakeBack(string kind, string what, string why, SourceLocation at)
    {
        if (counts.TryGetValue(kind, out var count))
        {
            counts[kind] = count with { Carried = count.Carried - 1 };
        }

        Lost(what, why, at);
    }

    /// <summary>The account.</summary>
    public ImportReport Close() =>
        new(
            [
                .. ImportKinds
                    .All.Where(counts.ContainsKey)
                    .Select(k => new ImportCount(k, counts[k].Found, counts[k].Carried)),
            ],
            [.. order.Select(key => new ImportLoss(key.What, key.Why, losses[key].Count, losses[key].First))]
        );

    private void Count(string kind, int carried)
    {
        var (found, before) = counts.GetValueOrDefault(kind);
        counts[kind] = (found + 1, before + carried);
    }
}
