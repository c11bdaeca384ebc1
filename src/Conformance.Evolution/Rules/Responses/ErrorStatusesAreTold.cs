using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Responses;

/// <summary>Errors are told by statuses; those of a class that consumers do not know yet count as the first of their class.</summary>
internal sealed class ErrorStatusesAreTold()
    : EvolutionRule(
        "EVO-202",
        "Statuses of errors may come and go",
        "RFC 9110 section 15 has clients treat an unknown status as the x00 of its class, so that a new 4xx or 5xx breaks no client that keeps to it."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair.Kept.SelectMany(o =>
            StatusComparison
                .Of(o, status => status >= 400)
                .Select(s =>
                    Found(
                        s.IsNew ? Impacts.OnProvider : Impacts.OnNobody,
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
