using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Deliveries that somebody captured and sends again.</summary>
internal sealed class ReplayedDeliveries : IReceiverSituation
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(2);

    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        if (context.Scheme is not { HasTimestamp: true } scheme)
        {
            return [];
        }

        return scheme.SignsTimestamp ? [Signed(context)] : [Processed(context), Unseen(context)];
    }

    private static ReceiverCase Signed(ReceiverContext context) =>
        context.Refusal(
            "replay/fresh-timestamp",
            "A captured delivery of long ago is refused with a fresh timestamp",
            context.Deliver() with
            {
                HappenedAt = -LongAgo,
                Timestamp = new TimestampForm(-LongAgo),
                SentTimestamp = TimestampForm.Now,
            },
            context.Sentences.SignedTimestamp
        );

    private static ReceiverCase Processed(ReceiverContext context) =>
        ReceiverContext.Case(
            "replay/fresh-timestamp",
            "A captured delivery that is sent again with a fresh timestamp has no second effect",
            context.Sentences.Replay,
            context.Control(
                "captured",
                context.Deliver() with
                {
                    Timestamp = new TimestampForm(TimeSpan.FromSeconds(-30)),
                }
            ),
            new ReceiverStep.Deliver("replayed", context.Deliver()),
            new ReceiverStep.LookForEffects("one effect", ["a"], 1, context.Sentences.Replay)
        ) with
        {
            IsAboutEffects = true,
            CountsEffects = true,
        };

    private static ReceiverCase Unseen(ReceiverContext context) =>
        ReceiverContext.Case(
            "replay/never-seen",
            "A captured delivery that was held back for two days, with a fresh timestamp",
            context.Sentences.ReplayOfUnseen,
            new ReceiverStep.Deliver(
                "replayed",
                context.Deliver() with
                {
                    HappenedAt = -LongAgo,
                },
                new AnswerRule(AnswerKind.WeaknessWhenAccepted, context.Sentences.ReplayOfUnseen)
            )
        );
}
