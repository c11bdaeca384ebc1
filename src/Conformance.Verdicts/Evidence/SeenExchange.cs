using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>One exchange that was answered, as checks read it.</summary>
internal sealed class SeenExchange
{
    private readonly Lazy<ResponseBody> body;

    /// <summary>Looks at an exchange that has a response.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="of">The case it belongs to.</param>
    public SeenExchange(Exchange exchange, SeenCase of)
    {
        Exchange = exchange;
        Of = of;
        Response = exchange.Response ?? throw new ArgumentException("The exchange has no response.", nameof(exchange));
        body = new(() => of.ReadBody(Response));
    }

    /// <summary>The exchange.</summary>
    public Exchange Exchange { get; }

    /// <summary>The case it belongs to.</summary>
    public SeenCase Of { get; }

    /// <summary>What came back.</summary>
    public RecordedResponse Response { get; }

    /// <summary>The specification and what else is known of the target.</summary>
    public JudgeContext Context => Of.Context;

    /// <summary>The specification.</summary>
    public IntegrationSpecification Specification => Of.Context.Specification;

    /// <summary>HTTP status.</summary>
    public int Status => Response.Status;

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the status is 4xx or 5xx.</summary>
    public bool IsError => Status is >= 400 and < 600;

    /// <summary>The body, read once.</summary>
    public ResponseBody Body => body.Value;

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json => Body.Json;

    /// <summary>A value in the body; null when there is none.</summary>
    /// <param name="path">Field path.</param>
    public JsonElement? Field(string path) => Json is { } body ? FieldPath.Find(body, path) : null;

    /// <summary>Whether the token endpoint answered.</summary>
    public bool IsToken => Template?.Target is RequestTarget.TokenEndpoint;

    /// <summary>Whether the protocol allows no body here: the answer to HEAD, 204, 205, 304.</summary>
    public bool HasNoBodyByProtocol => Exchange.Request.Method is "HEAD" || Status is 204 or 205 or 304 or < 200;

    /// <summary>The declared operation the request calls; null when it deliberately calls none.</summary>
    public Endpoint? Endpoint =>
        Exchange.Endpoint is { } endpoint && endpoint.Method.Value == Exchange.Request.Method ? endpoint : null;

    /// <summary>What is declared of this status, by itself or with others; null when nothing is.</summary>
    public ResponseDefinition? Declared => Endpoint?.ResponseTo(Status);

    /// <summary>The schema declared for the body with references followed, to find fields by; null when none is.</summary>
    public SchemaNode? DeclaredFields =>
        Declared?.Schema is { } schema ? Context.Schemas.Effective(schema, Specification) : null;

    /// <summary>The step it belongs to; null when the case has none of that name.</summary>
    public CaseStep? Step => Of.FindStep(Exchange.Step);

    /// <summary>What the step expects of its exchange.</summary>
    public ImmutableArray<ExchangeExpectation> Expectations => SeenCase.ExpectationsOf(Step);

    /// <summary>Whether the case only rests on this step.</summary>
    public bool IsArrangement => Step is CaseStep.Send { IsArrangement: true };

    /// <summary>The error code in the place the error format declares; null when there is none.</summary>
    public string? ErrorCode => FieldPath.FindText(Json, IsToken ? "error" : Specification.ErrorFormat?.Roles.Code);

    /// <summary>The statuses that the case itself allows here, whatever the operation declares.</summary>
    public IEnumerable<int> AllowedByCase =>
        Expectations
            .OfType<StatusIs>()
            .SelectMany(e => e.Allowed)
            .Concat(Expectations.OfType<IsAcceptedOrRefused>().SelectMany(e => e.AlsoAllowed))
            .Concat(
                Of.Case.Expectations.OfType<ExactlyOneResource>()
                    .Where(e => e.Step == Exchange.Step)
                    .SelectMany(e => e.OtherStatuses.Add(e.CreationStatus))
            )
            .Concat(Step is CaseStep.SendUntilLimited or CaseStep.Send { SeesRefusal: true } ? [429] : []);

    /// <summary>A place in this exchange in words: <c>step replay, response 200, body, $.order_id</c>.</summary>
    /// <param name="place">The place in the response.</param>
    public string Where(string place)
    {
        var step = Of.HasSeveralExchanges ? $"step {Exchange.Step}, " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{step}response {Status}, {place}");
    }

    /// <summary>A place in the body in words.</summary>
    /// <param name="path">Field path.</param>
    public string WhereInBody(string path) => Where($"body, {FieldPath.Display(path)}");

    /// <summary>What was answered, in a few words: status, error code and message.</summary>
    public string Summary()
    {
        var reason = Excerpt.OfText(Response.Reason, 40);
        var line = $"{Status.ToString(CultureInfo.InvariantCulture)} {reason}".TrimEnd();
        if (!IsError)
        {
            return line;
        }

        var message = FieldPath.FindText(
            Json,
            IsToken ? "error_description" : Specification.ErrorFormat?.Roles.Message
        );
        return ErrorCode is { } code
            ? $"{line}, {Excerpt.OfText(code, 60)}{(message is null ? "" : $": {Excerpt.OfText(message)}")}"
            : $"{line}, {(Json is null ? Body.Defect : Excerpt.OfBytes(Response.Body))}";
    }

    private RequestTemplate? Template =>
        Step switch
        {
            CaseStep.Send send => send.Request,
            CaseStep.SendConcurrently send => send.Request,
            CaseStep.SendUntilLimited send => send.Request,
            _ => null,
        };
}
