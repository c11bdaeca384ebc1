using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Retrying ends some time.</summary>
internal sealed class RetriesAreBounded()
    : LintRule(
        "ERR-107",
        Severity.Warning,
        "Retries have no maximum",
        "Clients that never give up keep a provider down that is just recovering.",
        "say how often at most: 'Retry with exponential backoff (max 3 attempts)'"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from entry in specification.ErrorCodes
        where entry.RetryStrategy is not null
        let text = entry.RetryStrategy!
        where entry.Retry is { Kind: RetryKind.Backoff, MaxAttempts: null }
        select Finding(
            text.Location,
            $"'{entry.Code.Value}' retries without a maximum: \"{text.Value}\"",
            "a maximum number of attempts",
            text.Value
        );
}
