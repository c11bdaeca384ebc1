using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Documents;

/// <summary>Interactions are drawn as they were.</summary>
internal sealed class DiagramsAreTold()
    : EvolutionRule(
        "EVO-912",
        "Sequence diagrams are told",
        "What a diagram shows of calls and events is declared, and compared, elsewhere; that it shows another course is worth a look."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (
            var (old, now) in Matching.By(pair.Old.SequenceDiagrams, pair.New.SequenceDiagrams, d => d.Title.Value)
        )
        {
            var subject = pair.Section($"diagram {(now ?? old)!.Title.Value}", old?.Text.Location, now?.Text.Location);
            if (old is null || now is null)
            {
                yield return Found(
                    Impacts.OnNobody,
                    subject,
                    now is null ? "the diagram is gone" : "the diagram is new"
                );
                continue;
            }

            var (before, after) = (Lines(old.Text.Value), Lines(now.Text.Value));
            if (before.SequenceEqual(after))
            {
                continue;
            }

            var gone = before.Except(after).Select(l => $"no longer '{l}'");
            var added = after.Except(before).Select(l => $"now '{l}'");
            yield return Found(
                Impacts.OnNobody,
                subject,
                gone.Concat(added).ToArray() is { Length: > 0 } lines
                    ? $"the diagram shows another course: {string.Join("; ", lines.Take(4))}{(lines.Length > 4 ? "; ..." : "")}"
                    : "the diagram shows another order"
            );
        }
    }

    /// <summary>Without comments, and however it is set out.</summary>
    private static string[] Lines(string text) =>
        [
            .. text.Split('\n')
                .Select(l => Phrase.Normal(l)!)
                .Where(l => l.Length > 0 && !l.StartsWith("%%", StringComparison.Ordinal)),
        ];
}
