using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.AttemptsAreStamped;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// The timestamp is that of the attempt: between two attempts it moves on as the target's clock does. Half of the time
/// is enough, for the clock may have been moved a little further than the attempt was due.
/// </summary>
internal sealed class AttemptsAreStamped : CaseCheck<Expected>
{
    private static readonly TimeSpan WorthComparing = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts;
        var compared = 0;
        for (var i = 1; i < attempts.Count; i++)
        {
            var apart = attempts[i].Facts.Moment.Earliest - attempts[i - 1].Facts.Moment.Latest;
            if (
                apart < WorthComparing
                || DeliveryTimestamp.Of(attempts[i - 1]) is not { Moment: { } before }
                || DeliveryTimestamp.Of(attempts[i]) is not { Moment: { } now } stamp
            )
            {
                continue;
            }

            compared++;
            if (now - before < apart / 2)
            {
                return Judgement.Broken(
                    new Finding(
                        attempts[i].Where("timestamp header"),
                        Cited.At(
                            $"the time of attempt {i + 1}, {SeenDeliveries.Time(apart)} or more after the one before",
                            expected.Requirement.Location
                        ),
                        $"{Excerpt.OfText(stamp.Text, 60)}, {SeenDeliveries.Time(now - before)} after the one before",
                        "stamp and sign every attempt when it is sent: a receiver refuses timestamps that are old"
                    )
                ) with
                {
                    Exchange = attempts[i].Exchange.Index,
                };
            }
        }

        return compared > 0 ? Judgement.Held : deliveries.NothingToJudge("two attempts with timestamps, well apart");
    }
}
