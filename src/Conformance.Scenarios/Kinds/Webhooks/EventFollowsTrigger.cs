using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Webhooks;

/// <summary>Each event is delivered after the call that causes it, says what happened, and agrees with the API (STANDARDS WHS-04, WHS-12, WHS-13).</summary>
internal sealed class EventFollowsTrigger : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var reachable = TriggeredEvent.All(context).ToList();
        foreach (var declared in context.Specification.Webhooks?.Events ?? [])
        {
            if (reachable.Find(e => e.Event == declared) is { } triggered)
            {
                yield return Case(triggered);
            }
            else
            {
                Omit(context, declared);
            }
        }
    }

    private static ContractCase Case(TriggeredEvent of)
    {
        var situation = of.Name;
        var id = of.Trigger.CaseId(ScenarioKind.Webhooks, situation);
        return of.Trigger.Case(
            ScenarioKind.Webhooks,
            situation,
            $"{of.Name} is delivered after {of.Trigger.Endpoint.Name}, once, and says what happened",
            WebhookSentences.Delivered(of.Event),
            [.. of.Steps(id), of.Await]
        ) with
        {
            Expectations = [.. Expected(of)],
        };
    }

    private static IEnumerable<CaseExpectation> Expected(TriggeredEvent of)
    {
        const string Step = TriggeredEvent.AwaitStep;
        yield return new EventIsDelivered(WebhookSentences.Delivered(of.Event), Step, EndpointContext.RequestStep);
        yield return new EventIsDeliveredOnce(WebhookSentences.Once(of.Event), Step);
        if (of.Event.Payload is not null)
        {
            yield return new PayloadMatches(WebhookSentences.Payload(of.Event), Step, of.Name);
        }

        var values = new SharedValues(of);
        if (values.Telling is { IsEmpty: false } telling)
        {
            yield return new PayloadAgrees(WebhookSentences.Tells(of.Event), Step, of.Name, telling);
        }

        if (values.Others is { IsEmpty: false } others)
        {
            yield return new PayloadAgrees(WebhookSentences.AgreesWithApi(of.Event), Step, of.Name, others);
        }
    }

    private static void Omit(CompilerContext context, WebhookEvent declared)
    {
        var reason = declared.TriggeredBy.IsEmpty
            ? $"Nothing says which call fires {declared.Name.Value}; declare triggered_by with an operation id."
            : $"No call that a run can make fires {declared.Name.Value}: none of triggered_by creates a resource, or works on one that a run can create.";
        context.Omit(WebhookSentences.Delivered(declared), reason);
        context.Omit(WebhookSentences.Payload(declared), reason);
    }
}
