using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Signatures that are wrong in one way each.</summary>
internal sealed class WrongSignatures : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context) =>
        (context.Scheme is { } scheme ? SignatureForm.Wrong(scheme) : []).Select(form =>
            context.Refusal(
                $"signature/{form.Name}",
                $"A delivery {form.Words} is refused",
                context.Deliver() with
                {
                    Signature = form,
                },
                context.Sentences.Signature
            )
        );
}
