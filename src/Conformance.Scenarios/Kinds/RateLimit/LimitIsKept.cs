using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>As many requests as published are served, and more than that (and the burst) are refused as declared.</summary>
internal static class LimitIsKept
{
    /// <summary>The case.</summary>
    public static ContractCase Case(LimitedOperation operation)
    {
        var requirement = Requirement(operation);
        return ExhaustedLimit.First(
            operation,
            "limit",
            $"{operation.Context.Endpoint.Name} is limited to {operation.Words}",
            requirement
        ) with
        {
            Expectations = [.. OverAll(operation, requirement)],
        };
    }

    /// <summary>The sentence behind it.</summary>
    public static Requirements.Requirement Requirement(LimitedOperation operation) =>
        operation.Requirement(
            "enforced",
            $"The target MUST serve {operation.Words} of {operation.Context.Endpoint.Name} and refuse more with {operation.Status}.",
            "RTL-01",
            "RTL-17",
            "RTL-18"
        );

    private static IEnumerable<CaseExpectation> OverAll(
        LimitedOperation operation,
        Requirements.Requirement requirement
    )
    {
        yield return new LimitIsEnforced(requirement, ExhaustedLimit.Step, operation.Limit.Requests, operation.Most);
        if (operation.Most > operation.Limit.Requests)
        {
            // "150% for up to 30 seconds" can be read as what may be admitted at most, so holding to the limit only warns.
            var burst = operation.Requirement(
                "burst",
                $"The target SHOULD serve more than {operation.Words} of {operation.Context.Endpoint.Name} for a while, as the burst allowance says.",
                "RTL-18"
            ) with
            {
                Level = Requirements.RequirementLevel.Should,
            };
            yield return new BurstIsGranted(burst, ExhaustedLimit.Step, operation.Limit.Requests);
        }

        if (operation.Rules.Headers is not null)
        {
            yield return new RateLimitHeadersAreCoherent(operation.Coherent, [ExhaustedLimit.Step]);
        }
    }
}
