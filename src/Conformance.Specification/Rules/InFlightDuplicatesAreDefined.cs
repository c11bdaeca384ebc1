using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The same key while the first request is at work has an answer of its own.</summary>
internal sealed class InFlightDuplicatesAreDefined()
    : AdvisoryRule(
        "IDP-105",
        Severity.Warning,
        "In-flight duplicates are undefined, or look like a mismatch",
        "A client must tell \"wait, the first one is still at work\" from \"you used this key for something else\".",
        "declare idempotency.on_in_flight with an error code of its own, such as { status: 409, error_code: IN_PROGRESS }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        foreach (var rules in DeclaredKeys.Of(specification))
        {
            if (rules.OnInFlight is not { } waiting)
            {
                yield return Finding(
                    rules.Header.Location,
                    $"in-flight duplicates of '{rules.Header}' are undefined",
                    "idempotency.on_in_flight"
                );
            }
            else if (
                rules.OnMismatch is { } mismatch
                && waiting.Status.Value == mismatch.Status.Value
                && waiting.ErrorCode?.Value == mismatch.ErrorCode?.Value
            )
            {
                yield return Finding(
                    waiting.Status.Location,
                    "an in-flight duplicate is answered like a key that is reused",
                    "another status or error_code",
                    related: new RelatedLocation("the answer to a reused key", mismatch.Location)
                );
            }
        }
    }
}
