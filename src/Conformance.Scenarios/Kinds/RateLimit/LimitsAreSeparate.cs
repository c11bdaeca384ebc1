using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>While an operation is limited, another one with a limit of its own is served: also on the same path.</summary>
internal sealed class LimitsAreSeparate : EndpointSource
{
    private const string OtherStep = "other operation";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.RateLimits.IsEmpty
            || LimitedOperation.Of(endpoint) is not { } operation
            || ExhaustedLimit.WhyNot(operation) is not null
            || Other(endpoint) is not { } other
        )
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "separate",
            $"The target MUST keep the limit of {other.Name} apart from that of {endpoint.Endpoint.Name}.",
            "RTL-19"
        );
        var id = endpoint.CaseId(ScenarioKind.RateLimit, "separate-limits");
        var request = endpoint.Context.Requests.Of(other, id, OtherStep);
        yield return ExhaustedLimit.Case(
            operation,
            "separate-limits",
            $"{other.Name} is served while {endpoint.Endpoint.Name} is limited",
            requirement,
            _ => [new CaseStep.Send(OtherStep, request) { Expectations = [new IsAccepted(requirement, null)] }]
        );
    }

    private static Endpoint? Other(EndpointContext endpoint) =>
        endpoint
            .Context.Specification.Endpoints.Where(e => e != endpoint.Endpoint && !e.RateLimits.IsEmpty)
            .Where(e => e.Method.Value == "GET" && e.PathParameters.IsEmpty)
            .OrderBy(e => e.Path.Value == endpoint.Endpoint.Path.Value ? 0 : 1)
            .FirstOrDefault();
}
