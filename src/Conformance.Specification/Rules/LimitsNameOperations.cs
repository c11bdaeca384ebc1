using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Limits are published for operations that exist.</summary>
internal sealed class LimitsNameOperations()
    : LintRule(
        "HTP-114",
        Severity.Error,
        "A limit names an operation that does not exist",
        "The limit cannot be tested, and the operation it hints at is missing from the contract.",
        "declare the operation under endpoints, or remove the limit"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Endpoints.IsEmpty)
        {
            return [];
        }

        var names = specification.Endpoints.Select(e => e.Name).ToList();
        return specification
                .RateLimits?.PerEndpoint.Where(l => !specification.Endpoints.Any(e => Fits(l, e)))
                .Select(l =>
                {
                    var name = $"{l.Method?.Value} {l.Path.Value}".Trim();
                    var near = NearestWord.Among(names, name);
                    return Finding(
                        l.Path.Location,
                        $"rate_limits.per_endpoint mentions {name}, which is not in endpoints",
                        $"one of {string.Join(", ", names)}",
                        name,
                        near is null || near == name
                            ? null
                            : $"did you mean '{near}'? If not, declare {name} under endpoints"
                    );
                })
            ?? [];
    }

    private static bool Fits(EndpointRateLimit limit, Endpoint endpoint) =>
        limit.Path.Value == endpoint.Path.Value
        && (limit.Method is null || limit.Method.Value == endpoint.Method.Value);
}
