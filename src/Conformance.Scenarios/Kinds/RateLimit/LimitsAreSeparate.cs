using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>While an operation is limited, another one with a limit of its own is served: also on the same path.</summary>
internal static class LimitsAreSeparate
{
    private const string OtherStep = "other operation";

    /// <summary>The case, where there is another operation.</summary>
    public static IEnumerable<ContractCase> Cases(LimitedOperation operation)
    {
        var endpoint = operation.Context;
        if (endpoint.Endpoint.RateLimits.IsEmpty || Other(endpoint) is not { } other)
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "separate",
            $"The target MUST keep the limit of {other.Endpoint.Name} apart from that of {endpoint.Endpoint.Name}.",
            "RTL-19"
        );
        var id = endpoint.CaseId(ScenarioKind.RateLimit, "separate-limits");
        var request = endpoint.Context.Requests.Of(other.Endpoint, id, OtherStep);
        yield return ExhaustedLimit.Case(
            operation,
            "separate-limits",
            $"{other.Endpoint.Name} is served while {endpoint.Endpoint.Name} is limited",
            requirement,
            _ =>
                [
                    new CaseStep.Send(OtherStep, request)
                    {
                        Expectations =
                        [
                            new StatusIs(requirement, [ResourceLife.SuccessStatus(other.Endpoint)]),
                            .. Headers(other, requirement),
                        ],
                        SeesRefusal = true,
                    },
                ]
        );
    }

    private static IEnumerable<ExchangeExpectation> Headers(
        EndpointContext other,
        Requirements.Requirement requirement
    ) =>
        LimitedOperation.Of(other) is { Rules.Headers: not null } limited
            ? [new RateLimitHeadersAre(requirement, limited.Limit)]
            : [];

    // Operations are limited in the order of the specification: one that comes later has not been used much yet, and of
    // the earlier ones the first has had the longest time to recover.
    private static EndpointContext? Other(EndpointContext endpoint)
    {
        var all = endpoint.Context.Endpoints;
        var at = all.IndexOf(endpoint);
        var later = all.Skip(at + 1).Where(IsSuited).ToList();
        return later.FirstOrDefault(e => e.Endpoint.Path.Value == endpoint.Endpoint.Path.Value)
            ?? later.Concat(all.Take(at).Where(IsSuited)).FirstOrDefault();
    }

    private static bool IsSuited(EndpointContext other) =>
        !other.Endpoint.RateLimits.IsEmpty
        && other.Endpoint.PathParameters.IsEmpty
        && (other.Endpoint.Method.Value == "GET" || other.Endpoint.Resource?.Action is ResourceAction.Create);
}
