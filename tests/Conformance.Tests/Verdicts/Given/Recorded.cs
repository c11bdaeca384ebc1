using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Verdicts.Given;

/// <summary>Builds a recorded case by hand: steps with expectations, then what was answered.</summary>
internal sealed record Recorded
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    public ImmutableArray<CaseStep> Steps { get; init; } = [];

    public ImmutableArray<CaseExpectation> Expectations { get; init; } = [];

    public ImmutableArray<Exchange> Exchanges { get; init; } = [];

    public Obstacle? Obstacle { get; init; }

    public ScenarioKind Kind { get; init; } = ScenarioKind.HappyPath;

    public Endpoint? Endpoint { get; init; } = Sample.CreateOrder;

    public Requirement? Own { get; init; }

    public CaseIsolation Isolation { get; init; }

    public RequestTarget Target { get; init; }

    public CredentialUse Use { get; init; } = new CredentialUse.Managed();

    public JudgeContext Context { get; init; } =
        new() { Specification = Sample.Specification, Environment = Sample.Sandbox };

    /// <summary>A case with one step, <c>create</c>.</summary>
    public static Recorded Step(params ExchangeExpectation[] expectations) =>
        new Recorded().Then("create", expectations);

    /// <summary>A case that calls no declared operation.</summary>
    public static Recorded Outside(params ExchangeExpectation[] expectations) =>
        new Recorded { Endpoint = null }.Then("create", expectations);

    public Recorded Then(string name, params ExchangeExpectation[] expectations) =>
        With(new CaseStep.Send(name, Template()) { Expectations = [.. expectations] });

    public Recorded Arranging(string name, params ExchangeExpectation[] expectations) =>
        With(new CaseStep.Send(name, Template()) { Expectations = [.. expectations], IsArrangement = true });

    public Recorded Concurrently(string name, int count, params ExchangeExpectation[] expectations) =>
        With(new CaseStep.SendConcurrently(name, Template(), count) { Expectations = [.. expectations] });

    public Recorded UntilLimited(string name, int atMost, params ExchangeExpectation[] expectations) =>
        With(new CaseStep.SendUntilLimited(name, Template(), atMost) { Expectations = [.. expectations] });

    /// <summary>A step that waited for deliveries of <c>order.created</c>, answered by a script when one is given.</summary>
    public Recorded Awaiting(string name, DeliveryScript? script = null) =>
        (script is null ? this : With(new CaseStep.AnswerDeliveries("script", Delivered.Created, script))).With(
            new CaseStep.AwaitDeliveries(name, Delivered.Created) { Resource = "resource id" }
        ) with
        {
            Context = new()
            {
                Specification = Delivered.Specification,
                Environment = Sample.Sandbox,
                WebhookSecret = () => Delivered.Secret,
            },
        };

    /// <summary>A delivery that a step wrote down.</summary>
    public Recorded Delivering(Delivered delivery, string step = "deliveries") =>
        With(delivery.AsExchange(step, Exchanges.Length));

    /// <summary>The same case, judged by another reading of the limits.</summary>
    public Recorded Under(RateLimits? limits) =>
        this with
        {
            Context = Context with { Specification = Context.Specification with { RateLimits = limits } },
        };

    public Recorded WithoutCodes() =>
        this with
        {
            Context = Context with { Specification = Context.Specification with { ErrorCodes = [] } },
        };

    /// <summary>The same case, in an environment that differs.</summary>
    public Recorded In(Func<TargetEnvironment, TargetEnvironment> change) =>
        this with
        {
            Context = Context with { Environment = change(Sample.Sandbox) },
        };

    /// <summary>The run moves the target's clock, and had moved it by so much when the last request was sent.</summary>
    public Recorded Moving(double seconds = 0) =>
        (this with { Context = Context with { MovesClock = true } }).ChangeLast(e =>
            e with
            {
                SentAtTarget = e.SentAt.AddSeconds(seconds),
                AnsweredAtTarget = (e.SentAt + e.Duration).AddSeconds(seconds),
            }
        );

    public Recorded Expecting(params CaseExpectation[] expectations) => this with { Expectations = [.. expectations] };

    public Recorded Answering(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answering("create", status, body, headers);

    public Recorded Answering(
        string step,
        int status,
        string body = "",
        params (string Name, string Value)[] headers
    ) => Answering(step, status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>An answer with the headers that an honest target sends, unless they are given.</summary>
    public Recorded Answering(string step, int status, byte[] body, params (string Name, string Value)[] headers) =>
        Bare(step, status, body, [.. headers, .. Usual(status).Where(u => headers.All(h => h.Name != u.Name))]);

    /// <summary>An answer with exactly these headers.</summary>
    public Recorded Bare(string step, int status, byte[] body, params (string Name, string Value)[] headers) =>
        With(step, new(status, "", "1.1", Sample.Headers(headers), body, false));

    public Recorded With(string step, RecordedResponse response) => With(Next(step) with { Response = response });

    public Recorded NotAnswering(string step, TransportFailureKind kind) =>
        With(Next(step) with { Failure = new(kind, "connection refused") });

    /// <summary>A token request, answered.</summary>
    public Recorded Token(int status, string body = "{}") =>
        With(
            Next("create") with
            {
                Purpose = ExchangePurpose.Token,
                Endpoint = null,
                Response = new(status, "", "1.1", [], Encoding.UTF8.GetBytes(body), false),
            }
        );

    /// <summary>The last exchange was sent with this credential.</summary>
    public Recorded Credential(string mark) => ChangeLast(e => e with { CredentialMark = mark });

    public Recorded ChangeLast(Func<Exchange, Exchange> change) =>
        this with
        {
            Exchanges = Exchanges.SetItem(Exchanges.Length - 1, change(Exchanges[^1])),
        };

    public CaseRecord Record() =>
        new()
        {
            Case = new()
            {
                Id = "create-order/sample",
                Title = "an order is created",
                Kind = Kind,
                Requirement = Own ?? FirstRequirement(),
                Endpoint = Endpoint,
                Steps = Steps,
                Isolation = Isolation,
                Expectations = Expectations,
            },
            Exchanges = Exchanges,
            Obstacle = Obstacle,
            StartedAt = Start,
            Duration = TimeSpan.FromSeconds(1),
        };

    public CaseResult Judge() => CaseJudge.Judge(Record(), Context);

    private static (string Name, string Value)[] Usual(int status) =>
        [
            ("Content-Type", "application/json"),
            ("Date", Start.ToString("r", CultureInfo.InvariantCulture)),
            ("X-RateLimit-Limit", "100"),
            ("X-RateLimit-Remaining", "50"),
            (
                "X-RateLimit-Reset",
                (Start + TimeSpan.FromSeconds(30)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            ),
            .. status == 401 ? [("WWW-Authenticate", "Bearer realm=\"sample\"")] : Array.Empty<(string, string)>(),
            .. status == 429 ? [("Retry-After", "30")] : Array.Empty<(string, string)>(),
        ];

    private Requirement FirstRequirement() =>
        Steps.SelectMany(s => ExpectationsOf(s)).FirstOrDefault()?.Requirement
        ?? Expectations.FirstOrDefault()?.Requirement
        ?? Sample.Must();

    private static ImmutableArray<ExchangeExpectation> ExpectationsOf(CaseStep step) =>
        step switch
        {
            CaseStep.Send send => send.Expectations,
            CaseStep.SendConcurrently send => send.Expectations,
            CaseStep.SendUntilLimited send => send.Expectations,
            _ => [],
        };

    private Recorded With(CaseStep step) => this with { Steps = Steps.Add(step) };

    private Recorded With(Exchange exchange) => this with { Exchanges = Exchanges.Add(exchange) };

    private RequestTemplate Template() =>
        new()
        {
            Target = Target,
            Credential = Use,
            Endpoint = Endpoint,
            Method = Endpoint?.Method.Value ?? "POST",
            Path = Endpoint?.Path.Value ?? "/nowhere",
        };

    private Exchange Next(string step) =>
        new()
        {
            Index = Exchanges.Length,
            Step = step,
            Purpose = ExchangePurpose.Step,
            Endpoint = Endpoint,
            Request = new(
                Endpoint?.Method.Value ?? "POST",
                new Uri("https://api.example.com/orders"),
                Sample.Headers(("Authorization", "Bearer ***")),
                Encoding.UTF8.GetBytes("""{"customer_id":"CUST-1"}"""),
                "application/json"
            ),
            SentAt = Start + TimeSpan.FromMilliseconds(100 * Exchanges.Length),
            Duration = TimeSpan.FromMilliseconds(50),
        };
}
