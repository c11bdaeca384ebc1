using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A server that has just started delivers events two and a half seconds before it answers the call.</summary>
public sealed class TellsEventsBeforeAnswering : WebhookFault
{
    private const int LastAtStart = 100;
    private static readonly TimeSpan HeldBack = TimeSpan.FromSeconds(2.5);

    /// <inheritdoc />
    public override string Description =>
        "A server that has just started delivers events two and a half seconds before it answers the call.";

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        specification.SequenceDiagrams.Any(ShowsOrder)
            ? null
            : "No sequence diagram shows a call, its answer and an event after it.";

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Ordinal <= LastAtStart
        && reply is { IsSuccess: true, Change: not null }
        && call.Endpoint is { } endpoint
        && WebhookLack.IsTrigger(call.World.Specification, endpoint)
            ? reply with
            {
                Delay = HeldBack,
            }
            : reply;

    private static bool ShowsOrder(SequenceDiagram diagram)
    {
        var answered = diagram.Messages.FirstOrDefault(m => m.Meaning is DiagramMeaning.Answer);
        return answered is not null
            && diagram.Messages.LastOrDefault(m => m.Meaning is DiagramMeaning.Delivery) is { } delivered
            && diagram.Messages.IndexOf(answered) < diagram.Messages.IndexOf(delivered);
    }
}
