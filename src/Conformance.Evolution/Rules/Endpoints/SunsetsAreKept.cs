using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>The end of a deprecated operation does not come earlier than announced.</summary>
internal sealed class SunsetsAreKept()
    : EvolutionRule(
        "EVO-107",
        "Announced ends are kept",
        "Consumers plan by the date they were told (RFC 8594, RFC 9745). A deprecation itself breaks nothing yet."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            var (old, now) = (operation.Old.Deprecated, operation.New.Deprecated);
            var subject = new Subject(
                operation.Name,
                old?.Location ?? operation.Subject.Old,
                now?.Location ?? operation.Subject.New
            );
            if ((old is null) != (now is null))
            {
                yield return Found(
                    Impacts.OnNobody,
                    subject,
                    now is null ? "the operation is not deprecated any more"
                        : now.Sunset is { } end ? $"the operation is deprecated, with its end on {end.Value}"
                        : "the operation is deprecated"
                );
                continue;
            }

            foreach (
                var change in Demand(
                    subject,
                    "the end of the operation",
                    old?.Sunset,
                    now?.Sunset,
                    (before, after) => before.CompareTo(after)
                )
            )
            {
                yield return change;
            }
        }
    }
}
