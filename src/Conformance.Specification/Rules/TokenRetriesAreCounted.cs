using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Retries of token requests say whether the first try counts.</summary>
internal sealed class TokenRetriesAreCounted()
    : AdvisoryRule(
        "AUT-106",
        Severity.Warning,
        "The number of token attempts is ambiguous",
        "\"retry_attempts: 3\" is three or four requests; client and provider count differently, and one of them calls it a violation.",
        "add token_refresh.first_attempt_counts: true or false"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Authentication?.Refresh is { RetryAttempts: { } attempts, FirstAttemptCounts: null })
        {
            yield return Finding(
                attempts.Location,
                $"retry_attempts: {attempts} does not say whether the first try counts: "
                    + $"{attempts.Value} or {attempts.Value + 1} requests",
                "first_attempt_counts beside it"
            );
        }
    }
}
