using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>An operation that takes an idempotency key, and the steps that cases about it are made of.</summary>
internal sealed class KeyedOperation
{
    /// <summary>Name of the step that uses a key for the first time.</summary>
    public const string FirstStep = "first";

    /// <summary>Name of the step that uses it again.</summary>
    public const string RepeatStep = "repeat";

    private const string Key = "key";

    private KeyedOperation(EndpointContext context, IdempotencyRules rules)
    {
        Context = context;
        Rules = rules;
        Creation = ResourceLife.SuccessStatus(context.Endpoint);
    }

    /// <summary>The operation.</summary>
    public EndpointContext Context { get; }

    /// <summary>What the specification says about its keys.</summary>
    public IdempotencyRules Rules { get; }

    /// <summary>Status of a first, successful request.</summary>
    public int Creation { get; }

    /// <summary>Field that identifies what the operation made; null when the specification names none.</summary>
    public string? Identifier => Context.Endpoint.Resource?.Identifier.Value;

    /// <summary>Whether each first request makes a resource.</summary>
    public bool Creates => Context.Endpoint.Resource?.Action is ResourceAction.Create;

    /// <summary>Statuses that a replay may have: the declared one; undeclared, that of a creation or of an answer (STANDARDS B.3).</summary>
    public ImmutableArray<int> ReplayStatuses =>
        Rules.OnReplay is { } replay ? [replay.Status]
        : Creation == 200 ? [200]
        : [200, Creation];

    /// <summary>Status of a request whose key is in use; undeclared, 409 is what every source expects.</summary>
    public int InFlightStatus => Rules.OnInFlight?.Status.Value ?? 409;

    /// <summary>Fields that a replay repeats.</summary>
    public ImmutableArray<string> MatchFields =>
        Rules.OnReplay is { MatchFields.IsEmpty: false } replay ? replay.MatchFields
        : Identifier is { } identifier ? [identifier]
        : [];

    /// <summary>What a replay repeats of the first body: the fields that match, or all of it where the original is declared.</summary>
    public ImmutableArray<string> Repeated => Rules.OnReplay?.Body is "original" ? [.. MatchFields, ""] : MatchFields;

    /// <summary>The operation, or null when it takes no key.</summary>
    public static KeyedOperation? Of(EndpointContext context) =>
        context.Endpoint is { Idempotency: { } rules, Request: not null } ? new(context, rules) : null;

    /// <summary>The id of a case.</summary>
    public string CaseId(string situation) => Context.CaseId(ScenarioKind.Idempotency, situation);

    /// <summary>A valid request with a key; the same key for the same name.</summary>
    public RequestTemplate Keyed(string situation, string key = Key) =>
        WithKey(Plain(situation), new ValueSource.RunUnique(key));

    /// <summary>A valid request without a key, also where one is required.</summary>
    public RequestTemplate Plain(string situation)
    {
        var request = Context.Ready(CaseId(situation)).Request;
        return request with { Headers = [.. request.Headers.Where(h => !Is(h.Key))] };
    }

    /// <summary>The request with this key.</summary>
    public RequestTemplate WithKey(RequestTemplate request, ValueSource key) =>
        DeclaredHeader.Set(request, Rules.Header, key);

    /// <summary>The request with another, equally valid payload; null when none could be made.</summary>
    public RequestTemplate? WithOtherPayload(RequestTemplate request)
    {
        var others = WithOtherPayloads(request).ToList();
        return others.Where(o => o.IsNumber).Concat(others).Select(o => o.Request).FirstOrDefault();
    }

    /// <summary>The request with one field changed, for each field that has another valid value.</summary>
    public IEnumerable<(string Field, bool IsNumber, RequestTemplate Request)> WithOtherPayloads(
        RequestTemplate request
    )
    {
        var body = Context.Endpoint.Request!;
        var payload = PayloadOf(request);
        return new BodyFields(Context.Context.Effective)
            .Of(body.Schema)
            .Where(f => f.Template.LastName is not null)
            .Select(f => (Field: f, Other: OtherValue.In(payload, f, IsValid)))
            .Where(o => o.Other is not null)
            .Select(o =>
                (
                    o.Field.First.ToString(),
                    (o.Field.Schema.Types & (JsonTypes.Integer | JsonTypes.Number)) != 0,
                    Context.WithBody(request, o.Other)
                )
            );
    }

    private bool IsValid(JsonNode? payload) =>
        Context.Context.Judge.Agrees(Context.Endpoint.Request!.Schema, payload, isValid: true);

    private static JsonNode? PayloadOf(RequestTemplate request) =>
        JsonNode.Parse(((BodyTemplate.Json)request.Body).Value.GetRawText());

    /// <summary>The first use of a key, which the case rests on.</summary>
    public CaseStep.Send First(RequestTemplate request, string step = FirstStep) =>
        new(step, request)
        {
            IsArrangement = true,
            Expectations = [new StatusIs(Context.Requirements.Succeeds(Creation), [Creation])],
        };

    /// <summary>A requirement of the operation's idempotency rules.</summary>
    public Requirement Requirement(
        string aspect,
        string statement,
        SourceLocation? location,
        params string[] references
    ) =>
        Sentences.Contract(
            RequirementIds.Operation(Context.Endpoint, $"idempotency.{aspect}"),
            statement,
            location ?? Rules.Location,
            references
        );

    /// <summary>A case; what the operation works on is arranged first.</summary>
    public ContractCase Case(
        string situation,
        string title,
        Requirement requirement,
        params IEnumerable<CaseStep> steps
    ) =>
        Context.Case(
            ScenarioKind.Idempotency,
            situation,
            $"{Context.Endpoint.Name}: {title}",
            requirement,
            [.. Context.Ready(CaseId(situation)).Before, .. steps]
        );

    private bool Is(string header) => string.Equals(header, Rules.Header, StringComparison.OrdinalIgnoreCase);
}
