using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Webhooks;

/// <summary>
/// A request that was refused, or replayed, fires nothing (STANDARDS WHS-12). That nothing comes shows once the event of
/// a later call has come.
/// </summary>
internal sealed class NothingElseIsDelivered : IScenarioSource
{
    private const string OtherId = "id of the other";
    private const string Other = "other ";
    private const string OtherDeliveries = "deliveries of the other";
    private const string AgainStep = "repeat";
    private const string LaterStep = "later deliveries";
    private const int Refusals = 3;

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        foreach (var of in TriggeredEvent.All(context))
        {
            if (of.IsCreation && RefusedCreation(of) is { } refused)
            {
                yield return refused;
            }

            if (of.IsCreation && Replay(of) is { } replayed)
            {
                yield return replayed;
            }

            if (!of.IsCreation && RefusedTransition(of) is { } twice)
            {
                yield return twice;
            }
        }
    }

    private static ContractCase? RefusedCreation(TriggeredEvent of)
    {
        if (
            of.Trigger is not { Validation: { } answer, Endpoint.Request: { } body } trigger
            || InvalidBody.Of(trigger, body) is not { } wrong
        )
        {
            return null;
        }

        var situation = $"{of.Name}-not-when-refused";
        var id = trigger.CaseId(ScenarioKind.Webhooks, situation);
        var requirement = WebhookSentences.NotWhenRefused(of.Event);
        ImmutableArray<string> names = [.. Enumerable.Range(1, Refusals).Select(i => $"invalid {i}")];
        var refused = names.Select(name => new CaseStep.Send(
            name,
            trigger.Context.Requests.Of(trigger.Endpoint, id, name) with
            {
                Body = wrong,
            }
        )
        {
            IsArrangement = true,
            Expectations = [new StatusIs(trigger.Requirements.Refuses(answer, "to an invalid body"), [answer.Status])],
        });
        return trigger.Case(
            ScenarioKind.Webhooks,
            situation,
            $"a refused {trigger.Endpoint.Name} delivers no {of.Name}",
            requirement,
            [.. refused, .. of.Steps(id), of.Await with { SeesUnexplained = true }]
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Expectations = [new RefusalDeliversNothing(requirement, TriggeredEvent.AwaitStep, names)],
            Tags = ["refused"],
        };
    }

    private static ContractCase? Replay(TriggeredEvent of)
    {
        if (of.Trigger.Endpoint.Idempotency is not { } rules)
        {
            return null;
        }

        var situation = $"{of.Name}-not-when-replayed";
        var id = of.Trigger.CaseId(ScenarioKind.Webhooks, situation);
        var steps = of.Steps(id);
        var first = (CaseStep.Send)steps[^1];
        var request = Keyed(first.Request, rules);
        return Repeated(
            of,
            situation,
            $"a replayed {of.Trigger.Endpoint.Name} delivers no second {of.Name}",
            WebhookSentences.NotWhenReplayed(of.Event),
            [.. steps[..^1], first with { Request = request }],
            new CaseStep.Send(AgainStep, request) { IsArrangement = true }
        );
    }

    private static ContractCase? RefusedTransition(TriggeredEvent of)
    {
        var trigger = of.Trigger;
        if (
            trigger.Endpoint.Resource is not { Action: ResourceAction.Transition } role
            || !role.Sets.Any(set => role.From.Any(from => from.Key == set.Key && Excludes(from.Value, set.Value)))
            || trigger.Context.Errors.Find(trigger.Endpoint, 409) is not { } conflict
        )
        {
            return null;
        }

        var situation = $"{of.Name}-not-when-refused";
        var id = trigger.CaseId(ScenarioKind.Webhooks, situation);
        var requirement = WebhookSentences.NotWhenRefused(of.Event);
        var again = new CaseStep.Send(AgainStep, of.Again(id, AgainStep))
        {
            IsArrangement = true,
            Expectations =
            [
                new StatusIs(
                    trigger.Requirements.Refuses(conflict, "from a state that does not allow it"),
                    [conflict.Status]
                ),
            ],
        };
        return Repeated(
            of,
            situation,
            $"a refused {trigger.Endpoint.Name} delivers no second {of.Name}",
            requirement,
            of.Steps(id),
            again
        );
    }

    private static ContractCase Repeated(
        TriggeredEvent of,
        string situation,
        string title,
        Requirement requirement,
        ImmutableArray<CaseStep> steps,
        CaseStep.Send again
    )
    {
        var id = of.Trigger.CaseId(ScenarioKind.Webhooks, situation);
        return of.Trigger.Case(
            ScenarioKind.Webhooks,
            situation,
            title,
            requirement,
            [
                .. steps,
                of.Await,
                again,
                .. of.StepsOfAnother($"{id}/other", Other, OtherId),
                new CaseStep.AwaitDeliveries(OtherDeliveries, of.Name) { Resource = OtherId },
                of.Await with
                {
                    Name = LaterStep,
                },
            ]
        ) with
        {
            Expectations = [new EventIsDeliveredOnce(requirement, LaterStep)],
            Tags = ["refused"],
        };
    }

    private static RequestTemplate Keyed(RequestTemplate request, IdempotencyRules rules) =>
        request.Headers.Any(h => string.Equals(h.Key, rules.Header.Value, StringComparison.OrdinalIgnoreCase))
            ? request
            : request with
            {
                Headers = [.. request.Headers, new(rules.Header.Value, new ValueSource.RunUnique("key"))],
            };

    private static bool Excludes(ImmutableArray<System.Text.Json.JsonElement> from, System.Text.Json.JsonElement set) =>
        from.All(v => v.GetRawText() != set.GetRawText());
}
