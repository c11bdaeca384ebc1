using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A 429 says when to try again.</summary>
internal sealed class LimitedResponsesSayWhenToRetry()
    : LintRule(
        "RTL-102",
        Severity.Error,
        "A 429 has no Retry-After",
        "A client that is not told how long to wait guesses, and guesses too short.",
        "declare the header Retry-After for the response"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var shared =
            specification.RateLimits?.ExceededResponse?.Headers.Any(Waits) == true
            || specification.ErrorCodes.Any(e => e.HttpStatus.Value == 429 && e.Headers.Any(Waits));
        return shared
            ? []
            : from endpoint in specification.Endpoints
            let limited = endpoint.FindResponse(429)
            where limited is not null && !limited.Headers.Any(Waits)
            select Finding(
                limited.Status.Location,
                $"429 of {endpoint.Name} has no Retry-After",
                "a header Retry-After",
                fix: "add under the response: headers: { Retry-After: \"60\" }"
            );
    }

    private static bool Waits(ResponseHeader header) =>
        header.Name.Value.Equals("Retry-After", StringComparison.OrdinalIgnoreCase);
}
