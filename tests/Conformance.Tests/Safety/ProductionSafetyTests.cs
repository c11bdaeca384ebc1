using System.Collections.Immutable;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Conformance.Tests.Safety;

/// <summary>What a run does not do to a live system, by the command line, against a server that remembers everything.</summary>
public sealed class ProductionSafetyTests
{
    private static readonly string Orders = RepositoryFiles.Spec("orders.yaml");
    private static readonly DateTimeOffset OnSundayAtThree = new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Production_gets_nothing_but_reads_and_token_requests()
    {
        await using var production = await Production.StartAsync();

        // Everything that could send more: states, the clock, a listener that the target would have to be told of.
        var answer = await RunAsync(
            production,
            "--environment",
            "production",
            "--provider-states",
            "/states",
            "--test-clock",
            "/clock",
            "--webhook-listen",
            "127.0.0.1:0",
            "--explore",
            "2",
            "--max-wait",
            "100ms"
        );

        var unsafeOnes = production.Arrivals.Where(a => a.Method is not ("GET" or "HEAD" or "OPTIONS")).ToArray();
        unsafeOnes.Where(a => a.Path != "/oauth/token").Select(a => $"{a.Method} {a.Path}").Should().BeEmpty();
        unsafeOnes
            .Should()
            .OnlyContain(a => a.Text.Contains("grant_type=client_credentials", StringComparison.Ordinal));
        production
            .Arrivals.Should()
            .Contain(a => a.Method == "GET" && a.Path.StartsWith("/api", StringComparison.Ordinal));
        answer.Out.Should().Contain("--allow-writes");
        answer.ExitCode.Should().NotBe(ExitCodes.Conforming);
    }

    [Test]
    public async Task Under_maintenance_a_run_does_not_start_and_says_until_when()
    {
        var answer = await AtAsync(OnSundayAtThree, "https://api.example.com");

        answer.ExitCode.Should().Be(ExitCodes.TargetUnreachable);
        answer
            .Error.Should()
            .Contain("'production' is under maintenance until 2026-03-01 04:00 UTC")
            .And.Contain("orders.yaml:");
        answer.Error.Should().Contain("--during-maintenance").And.Contain("nothing was sent");
    }

    [Test]
    public async Task Before_and_after_maintenance_and_where_the_user_insists_a_run_starts()
    {
        var before = await AtAsync(OnSundayAtThree.AddHours(-2), "https://api.example.invalid");
        var insisted = await AtAsync(OnSundayAtThree, "https://api.example.invalid", "--during-maintenance");

        // It starts, and finds that this host is not there.
        before.Error.Should().Contain("is not known").And.NotContain("maintenance");
        insisted.Error.Should().Contain("is not known").And.NotContain("maintenance");
    }

    [Test]
    public async Task A_target_on_this_machine_is_nobodys_to_maintain()
    {
        await using var production = await Production.StartAsync();

        var answer = await AtAsync(OnSundayAtThree, production.Url, "--max-requests", "3", "--max-wait", "100ms");

        answer.Error.Should().BeEmpty();
        production.Arrivals.Should().NotBeEmpty();
    }

    [TestCase("--base-url", "http://api.example.com")]
    [TestCase("--base-url", "https://api.example.com", "--token-url", "http://auth.example.com/token")]
    [TestCase("--base-url", "https://api.example.com", "--provider-states", "http://api.example.com/states")]
    [TestCase("--base-url", "https://api.example.com", "--test-clock", "http://api.example.com/clock")]
    public async Task Plain_HTTP_beyond_this_machine_is_refused(params string[] addresses)
    {
        var answer = await CliRunner.RunContractAsync(Orders, addresses);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("plain HTTP beyond this machine").And.Contain("--allow-insecure");
    }

    [Test]
    public async Task No_more_requests_are_sent_than_allowed()
    {
        await using var production = await Production.StartAsync();

        var answer = await RunAsync(
            production,
            "--environment",
            "sandbox",
            "--max-requests",
            "12",
            "--max-wait",
            "100ms"
        );

        production.Arrivals.Count.Should().Be(12);
        answer.Out.Should().Contain("The run may send 12 requests and has sent them; raise --max-requests");
        answer.ExitCode.Should().NotBe(ExitCodes.Conforming);
    }

    [TestCase(503)]
    [TestCase(502)]
    public async Task A_target_that_begins_to_fail_is_spared_and_the_rest_is_left_open(int status)
    {
        const int Healthy = 10;
        await using var production = await Production.StartAsync(n => n <= Healthy ? 200 : status);

        var answer = await RunAsync(production, "--environment", "sandbox", "--max-wait", "100ms");

        // Eight cases run beside each other, and some requests are under way when the last one too many comes back.
        production.Arrivals.Count.Should().BeLessThan(Healthy + 25 + 20);
        answer.Out.Should().MatchRegex(@"The target has begun to fail: \d+ answers in a row were server errors");
        answer.Out.Should().Contain("so nothing more is sent for now");
        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed, "what was answered before contradicts the contract");
    }

    [Test]
    public async Task One_operation_that_fails_keeps_no_other_from_being_asked()
    {
        await using var server = await LoopbackServerOf(path => path == "/broken" ? 500 : 200);
        using var folder = new TemporaryFolder();
        var specification = folder.File("broken.yaml");
        await File.WriteAllTextAsync(specification, BrokenOperation);

        var answer = await CliRunner.RunContractAsync(
            specification,
            "--base-url",
            server.Url.ToString(),
            "--parallel",
            "1"
        );

        answer.Out.Should().NotContain("begun to fail");
        server.To("/fine").Should().NotBeEmpty();
    }

    private const string BrokenOperation = """
        info: { title: "Broken", version: "1.0.0" }
        endpoints:
          - operation_id: read-broken
            method: GET
            path: /broken
            security: { public: true }
            query_parameters:
              one: { type: integer, minimum: 1, maximum: 5 }
              two: { type: integer, minimum: 1, maximum: 5 }
              three: { type: string, format: uuid }
              four: { type: string, format: date }
              five: { type: boolean }
            responses:
              200: { description: "Fine", schema: { type: object } }
              400: { description: "Not fine", schema: { type: object } }
          - operation_id: read-fine
            method: GET
            path: /fine
            security: { public: true }
            responses:
              200: { description: "Fine", schema: { type: object } }
        """;

    private static Task<Execution.LoopbackServer> LoopbackServerOf(Func<string, int> status) =>
        Execution.LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status(context.Request.Path);
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync("{}"u8.ToArray()).AsTask();
        });

    private static Task<CliAnswer> RunAsync(Production production, params string[] arguments) =>
        AtAsync(TimeProvider.System, production.Url, arguments);

    private static Task<CliAnswer> AtAsync(DateTimeOffset now, string url, params string[] arguments) =>
        AtAsync(new FakeTimeProvider(now), url, ["--environment", "production", .. arguments]);

    private static async Task<CliAnswer> AtAsync(TimeProvider time, string url, string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return await CliRunner.RunAsync(
            ["run", Orders, "--out", folder.Path, "--report", "summary", "--base-url", url, .. arguments],
            console =>
                console with
                {
                    Time = time,
                    Variables = ImmutableDictionary<string, string>
                        .Empty.Add("CLIENT_ID", "live-client")
                        .Add("CLIENT_SECRET", "live-secret-1234"),
                }
        );
    }
}
