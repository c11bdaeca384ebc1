using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>
/// As many requests as published are served, more than that (and the burst) are refused as declared, and after the time
/// the refusal told, requests are served again.
/// </summary>
internal sealed class LimitIsKept : EndpointSource
{
    private const string WaitStep = "wait as told";
    private const string RecoverStep = "recover";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (LimitedOperation.Of(endpoint) is not { } operation)
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "enforced",
            $"The target MUST serve {operation.Words} of {endpoint.Endpoint.Name} and refuse more with {operation.Status}.",
            "RTL-01",
            "RTL-17",
            "RTL-18"
        );
        if (ExhaustedLimit.WhyNot(operation) is { } reason)
        {
            endpoint.Context.Omit(requirement, reason);
            yield break;
        }

        yield return ExhaustedLimit.Case(
            operation,
            "limit",
            $"{endpoint.Endpoint.Name} is limited to {operation.Words}, and served again afterwards",
            requirement,
            request => Recovery(operation, request)
        ) with
        {
            Expectations = [.. OverAll(operation, requirement)],
        };
    }

    private static IEnumerable<CaseStep> Recovery(LimitedOperation operation, RequestTemplate request)
    {
        var recovers = operation.Requirement(
            "recovers",
            $"The target MUST serve {operation.Context.Endpoint.Name} again after the time its refusal told.",
            "RTL-15"
        );
        yield return new CaseStep.PassTime(
            WaitStep,
            operation.TellsRetryAfter
                ? new TimeSource.RetryAfterOf(ExhaustedLimit.Step)
                : new TimeSource.Fixed(operation.Limit.Window)
        );
        yield return new CaseStep.Send(RecoverStep, request) { Expectations = [new IsAccepted(recovers, null)] };
    }

    private static IEnumerable<CaseExpectation> OverAll(LimitedOperation operation, Requirement requirement)
    {
        yield return new LimitIsEnforced(requirement, ExhaustedLimit.Step, operation.Limit.Requests, operation.Most);
        if (operation.Rules.Headers is not null)
        {
            yield return new RateLimitHeadersAreCoherent(operation.Coherent, [ExhaustedLimit.Step]);
        }
    }
}
