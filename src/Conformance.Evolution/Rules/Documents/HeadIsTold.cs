using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Documents;

/// <summary>What people read about the document, its purpose and its environments.</summary>
internal sealed class HeadIsTold()
    : EvolutionRule(
        "EVO-922",
        "Title, purpose and contacts are told",
        "They change nothing that travels, but readers of the document should see them change."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Info, pair.New.Info);
        var head = new Subject("info", old.Location, now.Location);
        return
        [
            .. Prose(head, "the title", Written(old.Title), Written(now.Title)),
            .. Prose(head, "the status", old.Status, now.Status),
            .. Prose(head, "the consumer", old.Consumer, now.Consumer),
            .. Prose(head, "the provider", old.Provider, now.Provider),
            .. Prose(head, "who wrote it", Names(old.Authors, old.Location), Names(now.Authors, now.Location)),
            .. Overview(pair),
            .. Environments(pair),
        ];
    }

    private IEnumerable<Change> Overview(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Overview, pair.New.Overview);
        var subject = pair.Section("overview", old?.Location, now?.Location);
        return
        [
            .. Prose(subject, "the purpose", old?.Purpose, now?.Purpose),
            .. Prose(subject, "the architecture", old?.Architecture, now?.Architecture),
            .. Prose(
                subject,
                "what is in scope",
                Names(old?.InScope, old?.Location),
                Names(now?.InScope, now?.Location)
            ),
            .. Prose(
                subject,
                "what is out of scope",
                Names(old?.OutOfScope, old?.Location),
                Names(now?.OutOfScope, now?.Location)
            ),
        ];
    }

    private IEnumerable<Change> Environments(SpecificationPair pair) =>
        Matching
            .By(pair.Old.Environments, pair.New.Environments, e => e.Name.Value)
            .Where(e => e.Old is not null && e.New is not null)
            .SelectMany(e =>
            {
                var (old, now) = (e.Old!, e.New!);
                var subject = new Subject($"environment {now.Name.Value}", old.Name.Location, now.Name.Location);
                return Prose(subject, "the purpose", old.Purpose, now.Purpose)
                    .Concat(Prose(subject, "the data", old.Data, now.Data))
                    .Concat(Prose(subject, "where credentials come from", old.Credentials, now.Credentials))
                    .Concat(Prose(subject, "whom to ask", old.Support, now.Support))
                    .Concat(
                        Prose(subject, "how service levels are measured", old.Sla?.Measurement, now.Sla?.Measurement)
                    );
            });

    /// <summary>Where no title is written, the name of the file stands in for it.</summary>
    private static Located<string>? Written(Located<string> title) =>
        title.Location.Path.EndsWith("title", StringComparison.Ordinal) ? title : null;

    private static Located<string>? Names(IReadOnlyList<Located<string>>? names, SourceLocation? location) =>
        names is null or { Count: 0 }
            ? null
            : In(string.Join("; ", names.Select(n => n.Value)), names[0].Location ?? location);
}
