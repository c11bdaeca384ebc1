using System.Collections.Immutable;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Reports;

/// <summary>A run with every verdict, against a target that tries to get markup, commands and secrets into the reports.</summary>
internal static class SampleRun
{
    public const string Secret = "s3cr3t/+value";

    public static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    /// <summary>What a hostile target answers: XML and CI syntax, control characters, our secret.</summary>
    public const string HostileBody =
        "{\"message\":\"]]> <script>alert(1)</script> [[ATTACHMENT|/etc/passwd]] \u0001\u001b[31m\\ud800 "
        + Secret
        + "\"}\n::error::owned\n";

    public static readonly Endpoint CreateOrder = new()
    {
        OperationId = At("create-order"),
        Method = At("POST"),
        Path = At("/api/v1/orders"),
        Location = Line(40),
        Responses =
        [
            new(At(201), null, [], At("application/json"), ObjectSchema(("order_id", "Id")), null, null, Line(80)),
            new(At(422), null, [], At("application/json"), ObjectSchema(("message", null)), null, null, Line(90)),
        ],
    };

    public static readonly IntegrationSpecification Specification = new()
    {
        Info = new(At("Orders API"), At("1.0.0"), null, [], null, null, null, Line(1)),
        Endpoints = [CreateOrder],
        DataModels =
        [
            new(
                At("Id"),
                new SchemaNode
                {
                    Location = Line(200),
                    Types = JsonTypes.String,
                    Pattern = "^ORD-",
                }
            ),
            new(At("Unused"), new SchemaNode { Location = Line(210), Types = JsonTypes.String }),
        ],
        Files = ["specs/orders.yaml"],
        Digest = new string('a', 64),
    };

    public static readonly RunDescription Run = new()
    {
        Specification = Specification,
        BaseUrl = new Uri("http://127.0.0.1:5080"),
        Environment = "sandbox",
        Seed = 42,
        ToolVersion = "0.1.0",
        StartedAt = Start,
        RunId = "run-1",
    };

    public static readonly Requirement MustMatch = new(
        "create-order.response.201.body",
        RequirementLevel.Must,
        RequirementBasis.Contract,
        "The target MUST send a body that matches the declared schema.",
        Line(81)
    )
    {
        References = ["RFC 9110 section 15.3.2", "TOK-11"],
    };

    public static readonly Requirement ShouldLocate = MustMatch with
    {
        Id = "create-order.response.201.header.location",
        Level = RequirementLevel.Should,
        Statement = "The target SHOULD send a Location header.",
    };

    public static readonly CaseResult Passed = Case(
        "create-order/happy_path/valid",
        "A valid order is created",
        ScenarioKind.HappyPath
    ) with
    {
        Checks = [Held("StatusIs", 1), Held("BodyMatchesSchema", 1)],
    };

    public static readonly CaseResult Failed = Recorded(
        Case("create-order/validation_errors/quantity", "A quantity of 0 is refused", ScenarioKind.ValidationErrors),
        Verdict.Failed,
        Sent(0, "send", 201, HostileBody)
    ) with
    {
        Checks =
        [
            Held("StatusIs", 0),
            new(
                "BodyMatchesSchema",
                MustMatch,
                CheckOutcome.Broken,
                0,
                new Finding(
                    "response 201, body, $.order_id",
                    "string that matches ^ORD-",
                    $"string \"{Secret}\"",
                    "send order_id as declared"
                )
                {
                    Cause = "BodyMatchesSchema create-order.response.201.body order_id",
                }
            ),
        ],
        Repeat = $"curl -X POST http://127.0.0.1:5080/api/v1/orders -H 'Authorization: Bearer {Secret}'",
    };

    public static readonly CaseResult Inconclusive = Recorded(
        Case("create-order/edge_cases/out-of-stock", "Out of stock", ScenarioKind.EdgeCases) with
        {
            Case = Definition("create-order/edge_cases/out-of-stock", "Out of stock", ScenarioKind.EdgeCases) with
            {
                Steps = [new CaseStep.EnterState("stock", "Set product stock to 0", true), Send("send")],
            },
        },
        Verdict.Inconclusive
    ) with
    {
        Reason = "the target cannot be put into the state \"Set product stock to 0\": configure provider_states",
    };

    public static readonly CaseResult Skipped = Case(
        "create-order/rate_limit/minute",
        "The limit holds",
        ScenarioKind.RateLimit
    ) with
    {
        Verdict = Verdict.Skipped,
        Reason = "not selected",
        Record = null,
        Checks = [],
    };

    public static readonly CaseResult Error = Recorded(
        Case("authentication/auth_refresh/renewed", "A token is renewed", ScenarioKind.AuthRefresh) with
        {
            Case = Definition(
                "authentication/auth_refresh/renewed",
                "A token is renewed",
                ScenarioKind.AuthRefresh
            ) with
            {
                Endpoint = null,
            },
        },
        Verdict.Error
    ) with
    {
        Reason = "CLIENT_SECRET is not configured",
    };

    public static readonly CaseResult Warned = Case(
        "create-order/happy_path/location",
        "A Location is sent",
        ScenarioKind.HappyPath
    ) with
    {
        Checks =
        [
            Held("StatusIs", 1),
            new(
                "HeaderIs",
                ShouldLocate,
                CheckOutcome.Warned,
                1,
                new("response 201, headers", "Location", "no such header", "send it")
            ),
        ],
    };

    public static readonly RunResult Result = new()
    {
        Run = Run,
        Cases = [Passed, Failed, Inconclusive, Skipped, Error, Warned],
        Duration = TimeSpan.FromSeconds(1.5),
        Requests = 6,
        ExitCode = 1,
        LeftBehind = ["curl -X DELETE http://127.0.0.1:5080/api/v1/orders/ORD-1"],
        Notes = ["the clock of the target is 3 s ahead"],
    };

    public static ReportOptions Options(string folder) =>
        new()
        {
            Folder = folder,
            Mask = text => text.Replace(Secret, "***", StringComparison.Ordinal),
            Files = new GuardedFiles(new KnownSecrets()),
            Host = "build-7",
        };

    public static CaseResult Case(string id, string title, ScenarioKind kind) =>
        Recorded(
            new CaseResult { Case = Definition(id, title, kind), Verdict = Verdict.Passed },
            Verdict.Passed,
            Sent(0, "send", 200, "{\"access_token\":\"" + Secret + "\"}") with
            {
                Purpose = ExchangePurpose.Token,
                Endpoint = null,
            },
            Sent(1, "send", 201, "{\"order_id\":\"ORD-1\"}")
        );

    public static CaseResult Recorded(CaseResult result, Verdict verdict, params Exchange[] exchanges) =>
        result with
        {
            Verdict = verdict,
            Checks = verdict is Verdict.Passed or Verdict.Failed ? result.Checks : [],
            Record = new CaseRecord
            {
                Case = result.Case,
                Exchanges = [.. exchanges],
                StartedAt = Start,
                Duration = TimeSpan.FromMilliseconds(120.4),
                Obstacle =
                    verdict is Verdict.Inconclusive
                        ? new(ObstacleKind.StateNotReachable, "no provider_states", "stock")
                        : null,
            },
        };

    public static Exchange Sent(int index, string step, int status, string body) =>
        new()
        {
            Index = index,
            Step = step,
            Purpose = ExchangePurpose.Step,
            Endpoint = CreateOrder,
            Request = new(
                "POST",
                new Uri($"http://127.0.0.1:5080/api/v1/orders?dry=1&token={Uri.EscapeDataString("a b")}"),
                [new("Authorization", $"Bearer {Secret}"), new("Content-Type", "application/json")],
                Encoding.UTF8.GetBytes("{\"quantity\":0}"),
                "application/json"
            ),
            Response = new(
                status,
                "Status",
                "1.1",
                [new("Content-Type", "application/json"), new("Set-Cookie", $"session={Secret}")],
                Encoding.UTF8.GetBytes(body),
                false
            ),
            SentAt = Start.AddMilliseconds(index * 10),
            Duration = TimeSpan.FromMilliseconds(34.2),
        };

    public static CheckResult Held(string check, int exchange) =>
        new(check, MustMatch, CheckOutcome.Held, exchange, null);

    public static ContractCase Definition(string id, string title, ScenarioKind kind) =>
        new()
        {
            Id = id,
            Title = title,
            Kind = kind,
            Requirement = MustMatch,
            Endpoint = CreateOrder,
            Steps = [Send("send")],
            Tags = ["boundary"],
        };

    public static CaseStep.Send Send(string name) =>
        new(
            name,
            new RequestTemplate
            {
                Method = "POST",
                Path = "/api/v1/orders",
                Endpoint = CreateOrder,
            }
        )
        {
            Expectations = [new StatusIs(MustMatch, [201])],
        };

    public static async Task<ReportOutcome> WriteAsync(
        string folder,
        string keys,
        RunResult? result = null,
        ReportOptions? options = null
    )
    {
        var run = result ?? Result;
        var selection = (ReportSelection.Accepted)ReportSet.Create(keys, options ?? Options(folder));
        await using var reports = selection.Reports;
        await reports.StartAsync(run.Run, CancellationToken.None);
        await Parallel.ForEachAsync(run.Cases, (c, token) => reports.CaseFinishedAsync(c, token));
        return await reports.FinishAsync(run, CancellationToken.None);
    }

    private static SchemaNode ObjectSchema(params (string Name, string? Model)[] properties) =>
        new()
        {
            Location = Line(82),
            Types = JsonTypes.Object,
            Properties =
            [
                .. properties.Select(p => new SchemaProperty(
                    At(p.Name),
                    new SchemaNode
                    {
                        Location = Line(83),
                        Types = p.Model is null ? JsonTypes.String : JsonTypes.Any,
                        Reference = p.Model is null ? null : At(p.Model),
                    },
                    Line(84)
                )),
            ],
        };

    private static Located<T> At<T>(T value) => new(value, Line(1));

    private static SourceLocation Line(int line) => new("specs/orders.yaml", line, 3, line, 10, "endpoints[0]");
}
