using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Timestamps on both sides of the tolerance, in the future, and such as are none.</summary>
internal sealed class Timestamps : IReceiverSituation
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context) =>
        context is { Scheme: { HasTimestamp: true } scheme, Sentences.Tolerance: { } tolerance }
            ? Ages(context, tolerance).Concat(Malformed(context, scheme)).Concat(Signed(context, scheme))
            : [];

    private static IEnumerable<ReceiverCase> Ages(ReceiverContext context, TimeSpan tolerance)
    {
        var sentences = context.Sentences;
        yield return Refused(context, "just-too-old", -tolerance - context.Margin, "just too old", sentences.Old);
        yield return Refused(context, "a-day-old", -Day, "a day old", sentences.Old);
        yield return Accepted(context, "almost-too-old", -tolerance + (context.Margin * 2), "almost too old");
        yield return Accepted(context, "slightly-ahead", TimeSpan.FromSeconds(2), "of a clock that is slightly ahead");
        // Only old timestamps must be refused: who accepts this one may process it as well.
        yield return ReceiverContext.Case(
            "timestamp/in-the-future",
            "A delivery whose timestamp is too far in the future is refused",
            sentences.Future,
            new ReceiverStep.Deliver(
                "wrong",
                At(context, new TimestampForm(tolerance + context.Margin + TimeSpan.FromMinutes(1))),
                new AnswerRule(AnswerKind.Refused, sentences.Future)
            ),
            context.Control("valid", context.Deliver("b"))
        );
    }

    private static IEnumerable<ReceiverCase> Malformed(ReceiverContext context, DeliveryScheme scheme)
    {
        yield return Malformed(context, "missing", "without a timestamp", TimestampForm.Missing);
        yield return Malformed(context, "empty", "with an empty timestamp", TimestampForm.Of(""));
        yield return Malformed(context, "words", "with the timestamp 'abc'", TimestampForm.Of("abc"));
        yield return Malformed(context, "negative", "with the timestamp '-1'", TimestampForm.Of("-1"));
        if (scheme.TimestampText(DateTimeOffset.UnixEpoch) == "0")
        {
            yield return FarFuture(context, "milliseconds", "in milliseconds", "1893456000000");
            yield return FarFuture(context, "huge", "of 20 digits", "99999999999999999999");
        }
    }

    private static IEnumerable<ReceiverCase> Signed(ReceiverContext context, DeliveryScheme scheme)
    {
        if (scheme.SignsTimestamp)
        {
            yield return context.Refusal(
                "timestamp/altered",
                "A delivery whose timestamp was changed after it was signed is refused",
                context.Deliver() with
                {
                    SentTimestamp = new TimestampForm(TimeSpan.FromSeconds(1)),
                },
                context.Sentences.SignedTimestamp
            );
        }
    }

    private static ReceiverCase Refused(
        ReceiverContext context,
        string name,
        TimeSpan shift,
        string what,
        Scenarios.Requirements.Requirement requirement
    ) =>
        context.Refusal(
            $"timestamp/{name}",
            $"A delivery whose timestamp is {what} is refused",
            At(context, new TimestampForm(shift)),
            requirement
        );

    private static ReceiverCase Accepted(ReceiverContext context, string name, TimeSpan shift, string what) =>
        context.Acceptance(
            $"timestamp/{name}",
            $"A delivery whose timestamp is {what} is accepted",
            At(context, new TimestampForm(shift)),
            context.Sentences.Within
        );

    private static ReceiverCase Malformed(ReceiverContext context, string name, string how, TimestampForm form) =>
        context.Refusal(
            $"timestamp/{name}",
            $"A delivery {how} is refused",
            At(context, form),
            context.Sentences.Malformed
        );

    // No receiver has to know what these mean, and those that read them see a time in the far future: only a breakdown
    // is against the contract.
    private static ReceiverCase FarFuture(ReceiverContext context, string name, string how, string text) =>
        ReceiverContext.Case(
            $"timestamp/{name}",
            $"A delivery with a timestamp {how} is refused, and breaks nothing",
            context.Sentences.NoServerError,
            new ReceiverStep.Deliver(
                "wrong",
                At(context, TimestampForm.Of(text)),
                new AnswerRule(AnswerKind.NoServerError, context.Sentences.NoServerError),
                new AnswerRule(AnswerKind.Refused, context.Sentences.Future)
            ),
            context.Control("valid", context.Deliver("b"))
        );

    private static Delivery At(ReceiverContext context, TimestampForm form) =>
        context.Deliver() with
        {
            Timestamp = form,
        };
}
