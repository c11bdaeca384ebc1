using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Every declared event, as it should be.</summary>
internal sealed class ValidDeliveries : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context) =>
        context
            .Events.Select(name =>
                context.Acceptance(
                    $"valid/{name}",
                    $"A valid delivery of {name} is accepted and processed",
                    new Delivery(name),
                    context.Sentences.Accepts
                )
            )
            .Concat(
                context.Scheme is { TakesSeveral: true }
                    ?
                    [
                        context.Acceptance(
                            "valid/one-of-several-signatures",
                            $"A delivery {SignatureForm.OneOfSeveral.Words} is accepted",
                            context.Deliver() with
                            {
                                Signature = SignatureForm.OneOfSeveral,
                            },
                            context.Sentences.OneOfSeveral
                        ),
                    ]
                    : []
            );
}
