using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.BurstIsGranted;

namespace Conformance.Verdicts.Checks;

/// <summary>A declared burst admits more than the limit for a while (STANDARDS C.2); how much more is not settled by its words.</summary>
internal sealed class BurstIsGranted : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (UsedUpLimit.Of(seen, expected.Step) is not { } used)
        {
            return StepIsMissing(expected.Step, "requests beyond the limit");
        }

        // Fewer than the limit is another sentence's matter.
        if (used.Refusal is not { } refusal || used.Served.Length < expected.Limit || used.HasRolled)
        {
            return Judgement.DoesNotApply;
        }

        return used.Served.Length > expected.Limit
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    refusal.Seen.Where("status line"),
                    Cited.At(
                        $"more than {expected.Limit} requests to be served in a burst",
                        (seen.Context.Specification.RateLimits?.Burst?.Location ?? expected.Requirement.Location)
                    ),
                    $"429 after exactly {used.Served.Length} requests",
                    "grant the declared burst, or withdraw rate_limits.burst_allowance"
                )
            ) with
            {
                Exchange = refusal.Seen.Exchange.Index,
            };
    }
}
