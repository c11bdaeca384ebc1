using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>
/// The limit of an operation that succeeds only once on a resource is met by repeating it on the same one: each request
/// after the first is turned down, but is a request. Whether those count is for the specification to say; where they do
/// not, two successes beside each other show at least that the limit is counted.
/// </summary>
internal static class RepetitionsAreLimited
{
    private const string OtherCreateStep = "create another";
    private const string FirstStep = "first";
    private const string SecondStep = "second";
    private const string OtherIdentifier = "other resource id";

    /// <summary>The case.</summary>
    public static ContractCase Case(LimitedOperation operation)
    {
        var endpoint = operation.Context;
        var requirement = LimitIsKept.Requirement(operation);
        var id = endpoint.CaseId(ScenarioKind.RateLimit, "limit");
        var ready = endpoint.Ready(id);
        var request = ExhaustedLimit.WithFreshKey(endpoint, ready.Request);
        return endpoint.Case(
            ScenarioKind.RateLimit,
            "limit",
            $"{endpoint.Endpoint.Name} is limited to {operation.Words}",
            requirement,
            [
                .. ready.Before,
                .. Successes(operation, request, id),
                new CaseStep.SendUntilLimited(ExhaustedLimit.Step, request, ExhaustedLimit.AtMost(operation))
                {
                    Enough = ExhaustedLimit.Enough(operation),
                },
            ]
        ) with
        {
            Expectations = [.. OverAll(operation, requirement)],
            Isolation = CaseIsolation.ExhaustsLimit,
            Tags = ["exhausts"],
        };
    }

    private static IEnumerable<CaseStep> Successes(LimitedOperation operation, RequestTemplate request, string id)
    {
        var endpoint = operation.Context;
        if (endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator)
        {
            yield break;
        }

        var other = endpoint.Context.Resources.Create(creator, id, OtherCreateStep);
        yield return other with
        {
            Captures = [new Capture(OtherIdentifier, creator.Resource!.Identifier.Value)],
        };
        yield return new CaseStep.Send(FirstStep, request);
        yield return new CaseStep.Send(SecondStep, request with { PathValues = OnOther(request) });
    }

    private static ImmutableArray<KeyValuePair<string, ValueSource>> OnOther(RequestTemplate request) =>
        [
            .. request.PathValues.Select(p =>
                p.Value is ValueSource.Captured { Name: ResourceLife.Identifier }
                    ? new(p.Key, new ValueSource.Captured(OtherIdentifier))
                    : p
            ),
        ];

    private static IEnumerable<CaseExpectation> OverAll(
        LimitedOperation operation,
        Requirements.Requirement requirement
    )
    {
        yield return new LimitIsEnforced(requirement, ExhaustedLimit.Step, operation.Limit.Requests, operation.Most)
        {
            MayLeaveUncounted = true,
        };
        if (operation.Rules.Headers is not null)
        {
            yield return new RateLimitHeadersAreCoherent(
                operation.Coherent,
                [FirstStep, SecondStep, ExhaustedLimit.Step]
            )
            {
                IsUninterrupted = true,
            };
        }
    }
}
