using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>An error code that the specification uses somewhere outside the catalogue.</summary>
/// <param name="Code">The code and where it is used.</param>
/// <param name="Status">The status it is used with; null when none is said.</param>
/// <param name="Where">Who uses it, in words.</param>
internal sealed record UsedErrorCode(Located<string> Code, int? Status, string Where)
{
    public static IEnumerable<UsedErrorCode> All(IntegrationSpecification specification) =>
        specification
            .Endpoints.SelectMany(OfEndpoint)
            .Concat(OfLimits(specification))
            .Concat(specification.TestScenarios.SelectMany(OfScenario))
            // A 429 without a body shares the exceeded response's code and place.
            .DistinctBy(used => (used.Code.Value, used.Code.Location));

    private static IEnumerable<UsedErrorCode> OfEndpoint(Endpoint endpoint)
    {
        foreach (var response in endpoint.Responses.Where(r => r.ErrorCode is not null))
        {
            yield return new(response.ErrorCode!, response.Status, $"response {response.Status} of {endpoint.Name}");
        }

        var rules = endpoint.Idempotency;
        foreach (var outcome in new[] { rules?.OnReplay, rules?.OnMismatch, rules?.OnInFlight })
        {
            if (outcome?.ErrorCode is { } code)
            {
                yield return new(code, outcome.Status, $"the idempotency rules of {endpoint.Name}");
            }
        }

        if (endpoint.Resource?.ConflictError is { } conflict)
        {
            yield return new(conflict, null, $"the resource role of {endpoint.Name}");
        }
    }

    private static IEnumerable<UsedErrorCode> OfLimits(IntegrationSpecification specification)
    {
        if (specification.RateLimits?.ExceededResponse is { ErrorCode: { } code } exceeded)
        {
            yield return new(code, exceeded.Status, "rate_limits.exceeded_response");
        }
    }

    private static IEnumerable<UsedErrorCode> OfScenario(TestScenario scenario)
    {
        if (scenario.ExpectedError is { } code)
        {
            yield return new(code, scenario.ExpectedStatus?.Value, $"scenario '{scenario.Name}'");
        }
    }
}
