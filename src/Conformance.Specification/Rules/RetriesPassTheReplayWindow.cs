using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Late retries are not taken for replays.</summary>
internal sealed class RetriesPassTheReplayWindow()
    : AdvisoryRule(
        "WHK-105",
        Severity.Error,
        "Retries leave later than the replay window is long",
        "If the timestamp is that of the event, a correct receiver must refuse every attempt that leaves after the window.",
        "say webhooks.security.timestamp_scope: attempt, and stamp every attempt anew"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (
            specification.Webhooks
            is not {
                Retry: { Schedule.IsEmpty: false } retry,
                Security: { Tolerance: { } window, TimestampScope: not "attempt", Scheme: WebhookScheme.Declared }
            }
        )
        {
            yield break;
        }

        var latest = retry.Schedule.MaxBy(step => step.Value)!;
        if (latest.Value > window.Value)
        {
            yield return Finding(
                latest.Location,
                $"the retry schedule ({Limits.Length(latest.Value)}) exceeds the replay window "
                    + $"({Limits.Length(window.Value)}), and timestamp_scope is not 'attempt'",
                "timestamp_scope: attempt",
                related: new RelatedLocation("the replay window", window.Location)
            );
        }
    }
}
