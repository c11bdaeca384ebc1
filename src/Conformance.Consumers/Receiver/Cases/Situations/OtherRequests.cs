using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>Requests that no sender sends.</summary>
internal sealed class OtherRequests : IReceiverSituation
{
    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        var robust = context.Sentences.Robust;
        yield return Other(
            context,
            "get",
            "GET is refused",
            context.Deliver() with
            {
                Method = "GET",
            },
            AnswerKind.Refused
        );
        yield return Other(
            context,
            "content-type",
            "A delivery that says it is text breaks nothing",
            context.Deliver() with
            {
                ContentType = "text/plain",
            },
            AnswerKind.NoServerError
        );
        yield return Other(
            context,
            "no-content-type",
            "A delivery without a content type breaks nothing",
            context.Deliver() with
            {
                ContentType = null,
            },
            AnswerKind.NoServerError
        );
        yield return Other(
            context,
            "not-json",
            "A signed body that is not JSON is refused",
            context.Deliver() with
            {
                Body = _ => "{\"event\": "u8.ToArray(),
            },
            AnswerKind.Refused
        );
        yield return Other(
            context,
            "empty-body",
            "A signed delivery without a body is refused",
            context.Deliver() with
            {
                Body = _ => [],
            },
            AnswerKind.Refused
        );
        yield return Other(
            context,
            "compressed",
            "A delivery with a compressed body breaks nothing",
            context.Deliver() with
            {
                Body = BodyForms.Compressed,
                ContentEncoding = "gzip",
            },
            AnswerKind.NoServerError
        );
        yield return Other(
            context,
            "huge",
            "A signed body of a megabyte breaks nothing",
            context.Deliver() with
            {
                Body = BodyForms.Huge,
            },
            AnswerKind.NoServerError
        );
        if (context.Scheme is not null)
        {
            var forged = SignatureForm.Wrong(context.Scheme).First();
            yield return ReceiverContext.Case(
                "other/huge-unsigned",
                $"A body of a megabyte {forged.Words} is refused",
                context.Sentences.Signature,
                new ReceiverStep.Deliver(
                    "wrong",
                    context.Deliver() with
                    {
                        Body = BodyForms.Huge,
                        Signature = forged,
                    },
                    new AnswerRule(AnswerKind.RefusedOrClosed, context.Sentences.Signature)
                ),
                context.Control("valid", context.Deliver("b"))
            );
        }

        ReceiverCase Other(ReceiverContext of, string name, string title, Delivery delivery, AnswerKind kind) =>
            ReceiverContext.Case(
                $"other/{name}",
                title,
                robust,
                new ReceiverStep.Deliver("other", delivery, new AnswerRule(kind, robust)),
                of.Control("valid", of.Deliver("b"))
            );
    }
}
