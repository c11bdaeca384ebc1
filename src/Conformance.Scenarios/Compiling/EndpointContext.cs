using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>What a situation may ask about one operation.</summary>
internal sealed class EndpointContext(CompilerContext context, Endpoint endpoint)
{
    /// <summary>Name of the step that a case is about.</summary>
    public const string RequestStep = "request";

    /// <summary>The whole compilation.</summary>
    public CompilerContext Context { get; } = context;

    /// <summary>The operation.</summary>
    public Endpoint Endpoint { get; } = endpoint;

    /// <summary>Sentences about the operation.</summary>
    public EndpointRequirements Requirements { get; } = new(endpoint);

    /// <summary>How it refuses invalid requests; null when it declares no such answer.</summary>
    public ErrorAnswer? Validation => Context.Errors.Validation(Endpoint);

    /// <summary>Whether a credential is demanded.</summary>
    public bool IsProtected => !Endpoint.IsPublic && Context.Specification.Authentication is not null;

    /// <summary>The id of a case of this operation.</summary>
    public string CaseId(ScenarioKind kind, string situation) =>
        $"{Endpoint.OperationId.Value}/{KindNames.Of(kind)}/{situation}";

    /// <summary>A valid request with what must come before it.</summary>
    public ReadyRequest Ready(string caseId, PayloadShape shape = PayloadShape.Full) =>
        Context.Resources.Ready(Endpoint, caseId, RequestStep, shape);

    /// <summary>A case of several steps.</summary>
    public ContractCase Case(
        ScenarioKind kind,
        string situation,
        string title,
        Requirement requirement,
        params IEnumerable<CaseStep> steps
    ) =>
        new()
        {
            Id = CaseId(kind, situation),
            Title = title,
            Kind = kind,
            Requirement = requirement,
            Endpoint = Endpoint,
            Steps = [.. steps],
        };

    /// <summary>A case of one request, with the steps that must come before it.</summary>
    public ContractCase Single(
        ScenarioKind kind,
        string situation,
        string title,
        Requirement requirement,
        ReadyRequest ready,
        IEnumerable<ExchangeExpectation> expectations
    ) =>
        Case(
            kind,
            situation,
            title,
            requirement,
            [.. ready.Before, new CaseStep.Send(RequestStep, ready.Request) { Expectations = [.. expectations] }]
        );

    /// <summary>What must be seen of a refusal; the case's requirement is behind the status.</summary>
    /// <param name="requirement">The sentence the request breaks.</param>
    /// <param name="answer">How the operation refuses.</param>
    /// <param name="field">The field that is wrong; null when it is no single one.</param>
    public IEnumerable<ExchangeExpectation> Refusal(Requirement requirement, ErrorAnswer answer, string? field = null)
    {
        yield return new StatusIs(requirement, [answer.Status]);
        if (answer.Code is { } code)
        {
            yield return new ErrorCodeIs(NoStricter(Requirements.ErrorCode(answer), requirement), [code]);
        }

        if (answer.NamesFields && !string.IsNullOrEmpty(field))
        {
            yield return new DetailsName(NoStricter(Requirements.NamesField(answer), requirement), field);
        }
    }

    /// <summary>A case of one request of which the specification does not say whether it is accepted.</summary>
    /// <param name="kind">Kind of the case.</param>
    /// <param name="situation">Last part of its id.</param>
    /// <param name="title">Title, in the form "POST /x survives ...".</param>
    /// <param name="ready">The request.</param>
    /// <param name="stimulus">What is left open about it, with the operation's name.</param>
    /// <param name="alsoAllowed">Statuses of standards that are right here though not declared.</param>
    public ContractCase Open(
        ScenarioKind kind,
        string situation,
        string title,
        ReadyRequest ready,
        string stimulus,
        params int[] alsoAllowed
    )
    {
        // An operation that says nothing of invalid requests may still call one what HTTP calls it.
        int[] general = Validation is null ? [400, 422] : [];
        var expected = new IsAcceptedOrRefused(Requirements.Survives, stimulus)
        {
            AlsoAllowed = [.. alsoAllowed, .. general],
        };
        return Single(kind, situation, title, Requirements.Survives, ready, [expected]) with { Tags = ["observed"] };
    }

    // Where a request may be served after all, nobody can demand the code of its refusal.
    private static Requirement NoStricter(Requirement answer, Requirement refusal) =>
        refusal.Gates ? answer : answer with { Level = refusal.Level, Basis = refusal.Basis };

    /// <summary>The fields that the body of this response always has.</summary>
    public ImmutableArray<string> RequiredFieldsOf(int status) =>
        BodyOf(status) is { } schema ? [.. schema.Properties.Where(p => p.IsRequired).Select(p => p.Name.Value)] : [];

    /// <summary>What the body of this response must be, references followed; null when it has none.</summary>
    public SchemaNode? BodyOf(int status) =>
        Endpoint.FindResponse(status)?.Schema is { } schema ? Context.Effective.Of(schema) : null;

    /// <summary>The request with another JSON body.</summary>
    public RequestTemplate WithBody(RequestTemplate request, JsonNode? body) =>
        request with
        {
            Body = ValidRequests.Json(Endpoint.Request!, body),
        };
}
