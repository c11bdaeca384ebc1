using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Events about one object in the opposite of their order: nothing promises that they come in it.</summary>
internal sealed class OutOfOrder : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        if (context.Events is not [var first, var second, ..])
        {
            yield break;
        }

        var rule = new AnswerRule(AnswerKind.Accepted, context.Sentences.AnyOrder);
        yield return ReceiverContext.Case(
            "order/reversed",
            $"{second} is accepted before the {first} of the same object",
            context.Sentences.AnyOrder,
            new ReceiverStep.Deliver("later", new Delivery(second) { Object = "o" }, rule),
            new ReceiverStep.Deliver(
                "earlier",
                new Delivery(first, "b") { Object = "o", HappenedAt = TimeSpan.FromMinutes(-1) },
                rule
            )
        );
    }
}
