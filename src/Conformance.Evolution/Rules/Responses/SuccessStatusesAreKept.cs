using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Responses;

/// <summary>Success is told by the statuses that told it.</summary>
internal sealed class SuccessStatusesAreKept()
    : EvolutionRule(
        "EVO-201",
        "Statuses of success and redirection are kept",
        "Consumers compare with the status they know: another success looks like a failure to them, and redirects are rarely followed."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair.Kept.SelectMany(o =>
            StatusComparison
                .Of(o, status => status < 400)
                .Select(s =>
                    Found(
                        Impacts.OnConsumers,
                        s.Subject,
                        s.IsNew
                            ? $"the status {s.Status} may be answered"
                            : $"the status {s.Status} is not answered any more"
                    ) with
                    {
                        Direction = Direction.ToConsumer,
                    }
                )
        );
}
