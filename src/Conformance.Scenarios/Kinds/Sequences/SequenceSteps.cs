using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Scenarios.Sequences;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Sequences;

/// <summary>The steps of a sequence while they are put together, and what is known of the resources they work on.</summary>
/// <param name="context">The compilation.</param>
/// <param name="path">The way through the diagram.</param>
/// <param name="requirement">The sentence behind the case.</param>
/// <param name="caseId">Decides the generated data.</param>
internal sealed class SequenceSteps(CompilerContext context, DiagramPath path, Requirement requirement, string caseId)
{
    private readonly List<CaseStep> steps = [];
    private readonly List<CaseExpectation> expectations = [];
    private readonly List<string> shown = [];
    private readonly Dictionary<string, string> resources = new(StringComparer.Ordinal);
    private readonly List<(int Number, Endpoint Endpoint, string Step, string? Resource)> made = [];

    /// <summary>The steps.</summary>
    public IEnumerable<CaseStep> All => steps;

    /// <summary>What must hold over several of them.</summary>
    public ImmutableArray<CaseExpectation> Expectations => [.. expectations];

    /// <summary>What is seen of them, in order.</summary>
    public IEnumerable<string> Shown => shown;

    /// <summary>A call is made and answered as drawn.</summary>
    public void Call(int number, Endpoint endpoint, DrawnCall call)
    {
        var name = Name(endpoint.Name);
        var request = context.Requests.Of(endpoint, caseId, name);
        request = endpoint.Idempotency is { } rules && IsReplayed(endpoint) ? DrawnCall.Keyed(request, rules) : request;
        request = call.Change(OnResource(endpoint, request, name));
        if (call.State is { } state)
        {
            steps.Add(new CaseStep.EnterState($"state: {state} ({shown.Count + 1})", state, IsRequired: true));
        }

        var capture =
            endpoint.Resource is { Action: ResourceAction.Create } role && call.Status < 300
                ? new Capture($"{role.Type.Value} of {name}", role.Identifier.Value)
                : null;
        var code = path.AnswerTo(number)?.Answer.ErrorCode;
        steps.Add(
            new CaseStep.Send(name, request)
            {
                Expectations =
                [
                    new StatusIs(requirement, [call.Status]),
                    .. code is null
                        ? ImmutableArray<ExchangeExpectation>.Empty
                        : [new ErrorCodeIs(requirement, [code])],
                ],
                Captures = capture is null ? [] : [capture],
            }
        );
        if (call.State is { } over && path.Calls.Any(c => c.Number > number))
        {
            steps.Add(new CaseStep.LeaveState($"end of state: {over} ({shown.Count + 1})", over));
        }

        if (capture is not null)
        {
            resources[endpoint.Resource!.Type] = capture.Name;
        }

        made.Add((number, endpoint, name, call.Status < 300 ? ResourceOf(endpoint) : null));
        shown.Add(string.Create(CultureInfo.InvariantCulture, $"{endpoint.Name} -> {call.Status} {code}").TrimEnd());
    }

    /// <summary>
    /// An event is waited for that follows a call: the last one that fires it, or the last one where nothing says which.
    /// Left out where nothing tells its delivery from others.
    /// </summary>
    public void Await(int number, WebhookEvent kind)
    {
        var call = made.FindLast(c =>
            c.Resource is not null
            && (kind.TriggeredBy.IsEmpty || kind.TriggeredBy.Any(t => t.Value == c.Endpoint.OperationId.Value))
        );
        if (call.Resource is null)
        {
            return;
        }

        var name = Name(kind.Name);
        steps.Add(new CaseStep.AwaitDeliveries(name, kind.Name) { Resource = call.Resource });
        expectations.Add(new EventIsDelivered(requirement, name, call.Step));
        if (IsDrawnAfterAnswer(number, call.Number))
        {
            expectations.Add(new DeliveryFollowsAnswer(requirement, name, call.Step));
        }

        shown.Add(kind.Name);
    }

    // What happens beside each other has no order, and a delivery that is drawn before the answer needs not be later.
    private bool IsDrawnAfterAnswer(int delivery, int call)
    {
        var messages = path.Diagram.Messages;
        return (path.AnswerTo(call)?.Number ?? call) is var answer
            && answer < delivery
            && messages[answer].GoesWith(messages[delivery]);
    }

    private string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"{shown.Count + 1}. {what}");

    private bool IsReplayed(Endpoint endpoint) =>
        path.Calls.Any(c =>
            c.Call.Endpoint == endpoint
            && path.AnswerTo(c.Number)?.Answer.Status is { } status
            && status == endpoint.Idempotency?.OnReplay?.Status.Value
            && status != ResourceLife.SuccessStatus(endpoint)
        );

    private RequestTemplate OnResource(Endpoint endpoint, RequestTemplate request, string step)
    {
        if (!ResourceLife.NeedsResource(endpoint))
        {
            return request;
        }

        var role = endpoint.Resource!;
        if (!resources.TryGetValue(role.Type, out var captured))
        {
            var creator = context.Resources.CreatorOf(endpoint)!;
            captured = $"{role.Type.Value} for {step}";
            steps.Add(
                context.Resources.Create(creator, caseId, $"create for {step}") with
                {
                    Captures = [new Capture(captured, creator.Resource!.Identifier.Value)],
                }
            );
            resources[role.Type] = captured;
        }

        var values = request.PathValues.Select(p =>
            p.Key == role.PathParameter ? new(p.Key, new ValueSource.Captured(captured)) : p
        );
        return request with { PathValues = [.. values] };
    }

    private string? ResourceOf(Endpoint endpoint) =>
        endpoint.Resource is { } role ? resources.GetValueOrDefault(role.Type) : null;
}
