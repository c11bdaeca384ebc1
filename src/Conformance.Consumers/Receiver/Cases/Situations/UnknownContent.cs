using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Events and fields that a later version of the contract may bring.</summary>
internal sealed class UnknownContent : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        var unknown = $"{context.Event.Split('.')[0]}.not_yet_known";
        yield return ReceiverContext.Case(
            "unknown/event",
            $"An event that is not declared ({unknown}) is accepted",
            context.Sentences.UnknownEvents,
            new ReceiverStep.Deliver(
                "deliver",
                new Delivery(unknown),
                new AnswerRule(AnswerKind.Accepted, context.Sentences.UnknownEvents)
            )
        );
        yield return ReceiverContext.Case(
            "unknown/fields",
            "Fields that are not declared are accepted",
            context.Sentences.UnknownFields,
            new ReceiverStep.Deliver(
                "deliver",
                context.Deliver() with
                {
                    Body = BodyForms.WithExtraFields,
                },
                new AnswerRule(AnswerKind.Accepted, context.Sentences.UnknownFields)
            )
        );
    }
}
