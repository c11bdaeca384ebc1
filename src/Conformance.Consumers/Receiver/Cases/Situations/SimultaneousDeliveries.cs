using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Several deliveries at the same moment.</summary>
internal sealed class SimultaneousDeliveries : IReceiverSituation
{
    private const int Others = 4;

    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        var sentences = context.Sentences;
        yield return ReceiverContext.Case(
            "at-once/one-event",
            "An event that is delivered five times at once has one effect",
            sentences.OneEffectAtOnce,
            new ReceiverStep.Deliver(
                "at once",
                context.Deliver(),
                new AnswerRule(AnswerKind.OneAccepted, sentences.Accepts)
            )
            {
                Beside = [.. Enumerable.Repeat(context.Deliver(), Others)],
            },
            new ReceiverStep.LookForEffects("one effect", ["a"], 1, sentences.OneEffectAtOnce)
        ) with
        {
            IsAboutEffects = true,
            CountsEffects = true,
        };

        string[] names = [.. Enumerable.Range(1, Others).Select(i => $"b{i}")];
        yield return ReceiverContext.Case(
            "at-once/several-events",
            "Five events that are delivered at once are all accepted and processed",
            sentences.OtherEvents,
            new ReceiverStep.Deliver(
                "at once",
                context.Deliver(),
                new AnswerRule(AnswerKind.Accepted, sentences.OtherEvents)
            )
            {
                Beside = [.. names.Select(context.Deliver)],
            },
            new ReceiverStep.LookForEffects("every effect", ["a", .. names], Others + 1, sentences.OtherEvents)
        );
    }
}
