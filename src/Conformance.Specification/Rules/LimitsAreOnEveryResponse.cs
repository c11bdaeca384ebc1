using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Limit headers come with every response.</summary>
internal sealed class LimitsAreOnEveryResponse()
    : AdvisoryRule(
        "RTL-101",
        Severity.Error,
        "Limit headers are declared on some responses only",
        "A client that only learns of a limit when it is refused cannot slow down before (best practice: rate limit transparency).",
        "declare the headers on every response, or on none and under rate_limits.headers, which holds for all"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.RateLimits?.Headers is not { } headers)
        {
            yield break;
        }

        var names = new[] { headers.Limit, headers.Remaining, headers.Reset }
            .OfType<Located<string>>()
            .Select(n => n.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in specification.Endpoints)
        {
            var carrying = endpoint.Responses.Where(r => r.Headers.Any(h => names.Contains(h.Name))).ToList();
            if (carrying.Count > 0 && carrying.Count < endpoint.Responses.Length)
            {
                var shown = carrying[0].Headers.Where(h => names.Contains(h.Name)).Select(h => h.Name.Value);
                yield return Finding(
                    carrying[0].Headers.First(h => names.Contains(h.Name)).Name.Location,
                    $"headers {string.Join(", ", shown)} of {endpoint.Name} are declared on "
                        + $"{string.Join(", ", carrying.Select(r => r.Status))} only",
                    "the same headers on every response"
                );
            }
        }
    }
}
