using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>One field of each event has another type than declared.</summary>
public sealed class MistypesEventFields : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "One field of each event has another type than declared.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfField(specification, (_, types) => types is not JsonTypes.Any, "typed field of an event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told)
    {
        var fields = Fields(attempt).Where(f => told.Data(told.Payload).ContainsKey(f.Name.Value)).ToList();
        var typed = fields.Where(f => attempt.World.Schemas.Types(f.Schema) is not JsonTypes.Any).ToList();
        var chosen = typed.FirstOrDefault(f => !IsText(attempt, f)) ?? typed.FirstOrDefault();
        return chosen is null
            ? told
            : told.Edit(p => told.Data(p)[chosen.Name.Value] = IsText(attempt, chosen) ? 7 : "seven");
    }

    private static bool IsText(WebhookAttempt attempt, SchemaProperty field) =>
        attempt.World.Schemas.Types(field.Schema).HasFlag(JsonTypes.String);
}
