using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A retry schedule says what its times are counted from.</summary>
internal sealed class SchedulesAreUnambiguous()
    : AdvisoryRule(
        "WHK-106",
        Severity.Warning,
        "A retry schedule is ambiguous",
        "Offsets from the first attempt or gaps between attempts: the last one differs by more than half an hour in a usual schedule.",
        "add retry_policy.schedule_meaning: gaps or offsets, and one entry for every attempt"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Webhooks?.Retry is not { Schedule.IsEmpty: false } retry)
        {
            yield break;
        }

        if (retry.Attempts is { } attempts && attempts.Value != retry.Schedule.Length)
        {
            yield return Finding(
                attempts.Location,
                $"attempts: {attempts}, but the schedule has {retry.Schedule.Length} entries",
                $"{retry.Schedule.Length}",
                $"{attempts}"
            );
        }

        // "Immediate" and one more time are the same either way.
        if (retry.ScheduleMeaning is null && retry.Schedule.Count(step => step.Value > TimeSpan.Zero) > 1)
        {
            yield return Finding(
                retry.Schedule[0].Location,
                "the schedule does not say whether its entries are offsets from the first attempt or gaps",
                "schedule_meaning: gaps or offsets"
            );
        }
    }
}
