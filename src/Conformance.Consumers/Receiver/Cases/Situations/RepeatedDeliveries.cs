using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Events that are delivered again, as at-least-once delivery does, and events that only look alike.</summary>
internal sealed class RepeatedDeliveries : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        var sentences = context.Sentences;
        yield return ReceiverContext.Case(
            "repeated/answer",
            "An event that is delivered again is accepted again",
            sentences.Repeated,
            context.Control("first", context.Deliver()),
            new ReceiverStep.Deliver(
                "again",
                context.Deliver(),
                new AnswerRule(AnswerKind.Accepted, sentences.Repeated)
            ),
            new ReceiverStep.Deliver(
                "once more",
                context.Deliver(),
                new AnswerRule(AnswerKind.Accepted, sentences.Repeated)
            )
        );
        yield return ReceiverContext.Case(
            "repeated/effect",
            "An event that is delivered again has one effect",
            sentences.OneEffect,
            context.Control("first", context.Deliver()),
            new ReceiverStep.Deliver("again", context.Deliver()),
            new ReceiverStep.LookForEffects("one effect", ["a"], 1, sentences.OneEffect)
        ) with
        {
            IsAboutEffects = true,
            CountsEffects = true,
        };
        yield return ReceiverContext.Case(
            "repeated/after-others",
            "An event that is delivered again after others has one effect",
            sentences.OneEffect,
            [
                context.Control("first", context.Deliver()),
                .. Enumerable.Range(1, 3).Select(i => context.Control($"other {i}", context.Deliver($"b{i}"))),
                new ReceiverStep.Deliver("again", context.Deliver()),
                new ReceiverStep.LookForEffects("one effect each", ["a", "b1", "b2", "b3"], 4, sentences.OneEffect),
            ]
        ) with
        {
            IsAboutEffects = true,
            CountsEffects = true,
        };
        yield return ReceiverContext.Case(
            "repeated/other-event",
            "Two events of one type about one object have an effect each",
            sentences.OtherEvents,
            new ReceiverStep.Deliver(
                "first",
                context.Deliver() with
                {
                    Object = "o",
                },
                new AnswerRule(AnswerKind.Accepted, sentences.OtherEvents)
            ),
            new ReceiverStep.Deliver(
                "second",
                context.Deliver("b") with
                {
                    Object = "o",
                },
                new AnswerRule(AnswerKind.Accepted, sentences.OtherEvents)
            ),
            new ReceiverStep.LookForEffects("both effects", ["a", "b"], 2, sentences.OtherEvents)
        ) with
        {
            CountsEffects = true,
        };
        if (context.Scheme is not null)
        {
            yield return Spoiled(context);
        }
    }

    private static ReceiverCase Spoiled(ReceiverContext context)
    {
        var forged = SignatureForm.Wrong(context.Scheme!).First();
        var requirement = context.Sentences.RefusedThenValid;
        return ReceiverContext.Case(
            "repeated/after-refusal",
            $"An event is accepted and processed after a delivery of it {forged.Words} was refused",
            requirement,
            new ReceiverStep.Deliver("wrong", context.Deliver() with { Signature = forged }),
            new ReceiverStep.Deliver("valid", context.Deliver(), new AnswerRule(AnswerKind.Accepted, requirement)),
            new ReceiverStep.LookForEffects("effect", ["a"], 1, requirement)
        );
    }
}
