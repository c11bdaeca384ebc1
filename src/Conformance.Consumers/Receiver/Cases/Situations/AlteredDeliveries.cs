using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Deliveries that were changed after they had been signed.</summary>
internal sealed class AlteredDeliveries : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        if (context.Scheme is not { } scheme)
        {
            yield break;
        }

        yield return Altered(
            context,
            "one-byte",
            "in one byte",
            context.Deliver() with
            {
                SentBody = BodyForms.WithOneByteChanged,
            }
        );
        yield return Altered(
            context,
            "byte-added",
            "by a line feed at its end",
            context.Deliver() with
            {
                SentBody = BodyForms.WithTrailingNewline,
            }
        );
        yield return Altered(
            context,
            "white-space",
            "in its white space only",
            context.Deliver() with
            {
                SentBody = BodyForms.WithWhiteSpace,
            }
        );
        yield return Altered(
            context,
            "field-order",
            "in the order of its fields only",
            context.Deliver() with
            {
                SentBody = BodyForms.InReversedOrder,
            }
        );
        if (scheme.SignsId)
        {
            yield return context.Refusal(
                "altered/event-id",
                $"A delivery under another {scheme.IdHeader} than the signed one is refused",
                context.Deliver() with
                {
                    SendsOtherId = true,
                },
                context.Sentences.Signature
            );
        }
    }

    private static ReceiverCase Altered(ReceiverContext context, string name, string how, Delivery delivery) =>
        context.Refusal(
            $"altered/{name}",
            $"A body that was changed {how} after it was signed is refused",
            delivery,
            context.Sentences.Signature
        );
}
