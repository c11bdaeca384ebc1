using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Webhooks;

/// <summary>An event and an operation that fires it: the steps that make it happen, and what identifies it afterwards.</summary>
/// <param name="Event">The event.</param>
/// <param name="Trigger">The operation.</param>
internal sealed record TriggeredEvent(WebhookEvent Event, EndpointContext Trigger)
{
    /// <summary>Name of the step that waits for deliveries.</summary>
    public const string AwaitStep = "deliveries";

    /// <summary>Name of the event.</summary>
    public string Name => Event.Name.Value;

    /// <summary>Whether the trigger makes the resource the event is about.</summary>
    public bool IsCreation => Trigger.Endpoint.Resource?.Action is ResourceAction.Create;

    /// <summary>Name of the step that is answered with the resource as it was made.</summary>
    public string CreationStep => IsCreation ? EndpointContext.RequestStep : ResourceLife.CreateStep;

    /// <summary>All events whose trigger a run can bring about, in document order, the first trigger of each.</summary>
    public static IEnumerable<TriggeredEvent> All(CompilerContext context) =>
        (context.Specification.Webhooks?.Events ?? []).SelectMany(e =>
            e.TriggeredBy.Select(id => context.Endpoints.FirstOrDefault(c => c.Endpoint.OperationId.Value == id.Value))
                .Where(c => c is not null && IsReachable(c))
                .Take(1)
                .Select(c => new TriggeredEvent(e, c!))
        );

    /// <summary>The event that retries are tried with: one of a creation, which can be repeated at will.</summary>
    public static TriggeredEvent? Simplest(CompilerContext context) =>
        All(context).OrderBy(e => e.IsCreation ? 0 : 1).FirstOrDefault(e => e.Trigger.Endpoint.Resource is not null);

    /// <summary>The steps that bring the event about, the last of them being the trigger.</summary>
    /// <param name="caseId">Decides the generated data.</param>
    public ImmutableArray<CaseStep> Steps(string caseId) => Steps(caseId, EndpointContext.RequestStep, "", Captured);

    /// <summary>The same once more, about another resource.</summary>
    /// <param name="caseId">Decides the generated data.</param>
    /// <param name="prefix">Distinguishes the steps.</param>
    /// <param name="captured">Name that the other resource is remembered by.</param>
    public ImmutableArray<CaseStep> StepsOfAnother(string caseId, string prefix, string captured) =>
        Steps(caseId, $"{prefix}{EndpointContext.RequestStep}", prefix, captured);

    /// <summary>The step that waits for the event's deliveries.</summary>
    public CaseStep.AwaitDeliveries Await => new(AwaitStep, Name) { Resource = Captured };

    private static string Captured => ResourceLife.Identifier;

    // What an operation without a resource did, or one that works on a resource nothing makes, cannot be told apart.
    private static bool IsReachable(EndpointContext endpoint) =>
        endpoint.Endpoint.Resource is { Action: ResourceAction.Create }
        || (
            ResourceLife.NeedsResource(endpoint.Endpoint)
            && endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not null
        );

    private ImmutableArray<CaseStep> Steps(string caseId, string step, string prefix, string captured)
    {
        var resources = Trigger.Context.Resources;
        var identifier = Trigger.Endpoint.Resource!.Identifier.Value;
        if (IsCreation)
        {
            var creation = resources.Create(Trigger.Endpoint, caseId, step);
            return [creation with { Captures = [new Capture(captured, identifier)] }];
        }

        var creator = resources.CreatorOf(Trigger.Endpoint)!;
        var create = resources.Create(creator, caseId, prefix + ResourceLife.CreateStep);
        var request = Trigger.Context.Requests.Of(Trigger.Endpoint, caseId, step);
        var status = ResourceLife.SuccessStatus(Trigger.Endpoint);
        return
        [
            create with
            {
                Captures = [new Capture(captured, creator.Resource!.Identifier.Value)],
            },
            new CaseStep.Send(step, On(request, captured))
            {
                IsArrangement = true,
                Expectations = [new Expectations.StatusIs(Trigger.Requirements.Succeeds(status), [status])],
            },
        ];
    }

    /// <summary>The trigger once more, on the same resource.</summary>
    /// <param name="caseId">Decides the generated data.</param>
    /// <param name="step">Name of the step.</param>
    public RequestTemplate Again(string caseId, string step) =>
        On(Trigger.Context.Requests.Of(Trigger.Endpoint, caseId, step), Captured);

    private static RequestTemplate On(RequestTemplate request, string captured) =>
        request with
        {
            PathValues =
            [
                .. request.PathValues.Select(p =>
                    p.Key == request.Endpoint?.Resource?.PathParameter
                        ? new(p.Key, new ValueSource.Captured(captured))
                        : p
                ),
            ],
        };
}
