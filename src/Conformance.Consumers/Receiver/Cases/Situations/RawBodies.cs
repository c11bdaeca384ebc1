using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Cases.Situations;

/// <summary>The same JSON in all the ways in which it can be written.</summary>
internal sealed class RawBodies : IReceiverSituation
{
    // Shorter than any receiver's patience, longer than what is buffered together.
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public IEnumerable<ReceiverCase> Cases(ReceiverContext context)
    {
        var sample = context.SampleBody;
        yield return Written(context, "white-space", "indented, with carriage returns", BodyForms.WithWhiteSpace);
        yield return Written(context, "field-order", "with its fields in another order", BodyForms.InReversedOrder);
        yield return Written(context, "trailing-newline", "with a line feed at its end", BodyForms.WithTrailingNewline);
        yield return Written(context, "spaces-around", "with spaces before and after it", BodyForms.WithSpacesAround);
        yield return context.Acceptance(
            "raw-body/in-pieces",
            "A valid delivery is accepted whose body comes in two pieces, a second apart",
            context.Deliver() with
            {
                Pause = BetweenPieces,
            },
            context.Sentences.RawBody
        );
        if (BodyForms.HasText(sample))
        {
            yield return Written(context, "letters", "with letters beyond ASCII", BodyForms.WithLetters);
            yield return Written(context, "escapes", "with escaped letters and slashes", BodyForms.WithEscapes);
        }

        if (BodyForms.HasFraction(sample))
        {
            yield return Written(context, "number-form", "with numbers such as 12.50", BodyForms.WithNumberForms);
        }
    }

    private static ReceiverCase Written(
        ReceiverContext context,
        string name,
        string how,
        Func<System.Text.Json.Nodes.JsonObject, byte[]> form
    ) =>
        context.Acceptance(
            $"raw-body/{name}",
            $"A valid delivery is accepted {how}",
            context.Deliver() with
            {
                Body = form,
            },
            context.Sentences.RawBody
        );
}
