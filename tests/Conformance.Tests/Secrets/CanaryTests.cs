using System.Net;
using System.Net.Sockets;
using System.Text;
using Conformance.Reports;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>
/// Recognisable secrets in every place that takes one, every command and every way to fail: none of them is in any byte
/// that is written or printed.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CanaryTests
{
    private static readonly string AllReports = string.Join(',', ReportSet.Keys);

    public static IEnumerable<TestCaseData> Conversations =>
        from contract in CanaryContracts.Names
        from way in EchoingTarget.Ways
        select new TestCaseData(contract, way);

    [TestCaseSource(nameof(Conversations))]
    public async Task A_target_that_tells_what_it_heard_is_not_repeated(string contract, string way)
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync(way);
        string[] run =
        [
            "run",
            session.Contract(contract),
            "--base-url",
            target.Url,
            "--token-url",
            target.Url + "/token",
        ];

        var answer = await session.RunAsync([
            .. run,
            "--report",
            AllReports,
            "--out",
            session.Out("a"),
            "--filter",
            // One contract shows every case; the others what theirs do otherwise.
            contract is "oauth"
                ? "id=list-doors/*"
                : "id=list-doors/happy_path/*",
        ]);

        answer.Out.Should().Contain("cases", answer.Error);
        (answer.Out + answer.Error).Should().NotContain("held back", "what a target says is masked, not refused");
        session.ShouldHaveToldNothing();
    }

    [TestCaseSource(typeof(CanaryContracts), nameof(CanaryContracts.Names))]
    public async Task Commands_that_read_a_contract_tell_no_secret(string contract)
    {
        using var session = new CanarySession();
        var path = session.Contract(contract);
        string[][] commands =
        [
            ["list", path],
            ["list", path, "--lock", session.Out("cases.lock"), "--update-lock"],
            ["coverage", path],
            ["lint", path],
            ["schema", path, "--out", session.Out("schemas")],
            ["docs", path, "--out", session.Out("docs")],
            ["export", "openapi", path, "--out", session.Out("openapi.yaml")],
            ["import", "openapi", session.Out("openapi.yaml"), "--out", session.Out("imported.yaml")],
            ["diff", path, session.Contract("oauth")],
            ["run", path, "--out", session.Out("embedded"), "--filter", "id=list-doors/happy_path/*"],
            ["rules"],
        ];

        foreach (var command in commands)
        {
            await session.RunAsync(command);
        }

        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task Records_certificates_and_comparisons_tell_no_secret()
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync("body");
        var path = session.Contract("api-key");
        string[] at = ["--base-url", target.Url];
        string[][] commands =
        [
            [
                "run",
                path,
                .. at,
                "--out",
                session.Out("a"),
                "--report",
                AllReports,
                "--filter",
                "id=list-doors/happy_path/*",
            ],
            ["run", path, .. at, "--out", session.Out("a"), "--filter", "id=list-doors/happy_path/*", "--resume"],
            ["run", path, .. at, "--out", session.Out("b"), "--retries", "1", "--filter", "id=list-doors/happy_path/*"],
            ["merge", session.Out("a"), "--out", session.Out("merged"), "--report", AllReports],
            ["compare", session.Out("a"), session.Out("b")],
            ["check-har", path, session.Out("a/traffic.har"), "--base-url", target.Url, "--out", session.Out("har")],
            ["docs", path, "--summary", session.Out("a/summary.json"), "--out", session.Out("docs")],
            [
                "certify",
                path,
                .. at,
                "--key",
                session.Secrets.SigningKey,
                "--key-password-env",
                "SIGNER_WORD",
                "--out",
                session.Out("bundle"),
                "--zip",
            ],
            [
                "certify",
                path,
                .. at,
                "--key",
                session.Secrets.SigningKey,
                "--key-password-env",
                "CLIENT_SECRET",
                "--out",
                session.Out("none"),
            ],
            ["certify", path, .. at, "--key", session.Secrets.SigningKey, "--out", session.Out("none")],
            [
                "verify-certificate",
                session.Out("bundle"),
                "--key",
                Path.ChangeExtension(session.Secrets.BarePem, ".pub"),
                "--spec",
                path,
            ],
            ["verify-certificate", session.Out("bundle"), "--key", session.Secrets.BarePem],
            [
                "webhook-receiver",
                RepositoryFiles.Spec("orders.yaml"),
                "--url",
                target.Url + "/hooks",
                "--secret-env",
                "WEBHOOK_SECRET",
                "--out",
                session.Out("hooks"),
                "--filter",
                "id=*/signature*",
                "--settle",
                "100ms",
            ],
            ["observe", path, "--port", "0", "--for", "200ms", "--out", session.Out("observed")],
            ["observe", path, "--out", session.Out("observed"), "--", "no-such-client"],
        ];

        foreach (var command in commands)
        {
            await session.RunAsync(command);
        }

        Directory.Exists(session.Out("bundle")).Should().BeTrue();
        File.Exists(session.Out("bundle/certificate.zip")).Should().BeTrue(session.Told);
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task Addresses_with_a_secret_in_their_query_are_not_repeated()
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync("headers");
        var orders = RepositoryFiles.Spec("orders.yaml");
        var query = $"?key={Canaries.InPath}";

        await session.RunAsync([
            "run",
            orders,
            "--base-url",
            target.Url,
            "--provider-states",
            $"{target.Url}/states{query}",
            "--test-clock",
            $"{target.Url}/clock{query}",
            "--filter",
            "id=*webhook*/signature*",
            "--report",
            AllReports,
            "--out",
            session.Out("states"),
        ]);
        await session.RunAsync([
            "webhook-receiver",
            orders,
            "--url",
            $"{target.Url}/hooks",
            "--secret-env",
            "WEBHOOK_SECRET",
            "--probe",
            $"{target.Url}/effects/{{event_id}}{query}",
            "--out",
            session.Out("hooks"),
        ]);

        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task A_recorder_between_a_client_and_a_target_writes_no_secret()
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync("headers");
        var port = FreePort();
        var recording = session.RunAsync([
            "record",
            session.Contract("api-key-in-query"),
            "--base-url",
            target.Url,
            "--listen",
            $"{port}",
            "--requests",
            "1",
            "--max-wait",
            "20s",
            "--out",
            session.Out("traffic.har"),
        ]);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", Canaries.Values["API_KEY"]);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Canaries.IssuedAccess}");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"session={Canaries.IssuedRefresh}");
        await SendAsync(client, $"http://127.0.0.1:{port}/doors?key={Canaries.InPath}", recording);

        var answer = await recording;

        File.Exists(session.Out("traffic.har")).Should().BeTrue(answer.Error);
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task What_breaks_inside_the_tool_is_told_without_it()
    {
        using var session = new CanarySession();
        using var handler = new BreakingHandler();
        var options = new RunOptions
        {
            Specification = session.Contract("api-key"),
            Handler = handler,
            Configuration = session.Secrets.Variables,
            Reports = AllReports,
            OutputFolder = session.Out("broken"),
            RecordFolder = session.Out("broken/record"),
            Filter = "id=list-doors/happy_path/*",
        };

        var run = await ConformanceRun.RunAsync(options, new SequentialRunner(), new RunContext(), default);

        handler.Seen.Should().Contain(Canaries.Values["API_KEY"]);
        session.ShouldHaveToldNothing();
        session.Secrets.FoundIn(Encoding.UTF8.GetBytes($"{run.Refusal} {run.Value?.Gate}")).Should().BeEmpty();
    }

    [Test]
    public async Task What_is_wrong_with_a_command_line_or_a_file_is_told_without_it()
    {
        using var session = new CanarySession();
        var path = session.Contract("oauth");
        var secrets = session.File("secrets.env", $"CLIENT_SECRET {Canaries.Values["CLIENT_SECRET"]}\n");
        var broken = session.File("broken.har", $"{{\"log\":{{\"entries\":[\"{Canaries.InPath}\"");
        string[] urls =
        [
            $"http://user:{Canaries.InUrl}@127.0.0.1:9",
            $"http://{Canaries.InUrl}@127.0.0.1:9/",
            $"http://127.0.0.1:9/?key={Canaries.InPath}",
            $"htp://user:{Canaries.InUrl}@127.0.0.1",
            $"user:{Canaries.InUrl}@127.0.0.1",
        ];
        string[][] commands =
        [
            .. urls.SelectMany(url =>
                (string[][])
                    [
                        ["run", path, "--base-url", url],
                        ["run", path, "--base-url", "http://127.0.0.1:9", "--token-url", url],
                        ["run", path, "--base-url", "http://127.0.0.1:9", "--webhook-url", url],
                        [
                            "run",
                            path,
                            "--filter",
                            "id=list-doors/happy_path/valid-request",
                            "--provider-states",
                            url,
                            "--out",
                            session.Out("s"),
                        ],
                        [
                            "run",
                            path,
                            "--filter",
                            "id=list-doors/happy_path/valid-request",
                            "--test-clock",
                            url,
                            "--out",
                            session.Out("c"),
                        ],
                        ["check-har", path, broken, "--base-url", url],
                        ["record", path, "--base-url", url],
                        ["webhook-receiver", path, "--url", url, "--secret-env", "WEBHOOK_SECRET"],
                    ]
            ),
            ["run", path, "--base-url", "http://127.0.0.1:9", "--out", session.Out("unreachable")],
            ["run", path, "--secrets", secrets],
            ["check-har", path, broken],
        ];

        foreach (var command in commands)
        {
            await session.RunAsync(command);
        }

        session.ShouldHaveToldNothing();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The recorder takes a moment to listen.
    private static async Task SendAsync(HttpClient client, string url, Task recording)
    {
        while (!recording.IsCompleted)
        {
            try
            {
                using var answer = await client.GetAsync(url);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
    }

    private sealed class BreakingHandler : HttpMessageHandler
    {
        public string Seen { get; private set; } = "";

        // The probe of a run has no credential, and is answered.
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (!request.Headers.NonValidated.Contains("X-Api-Key"))
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
            }

            Seen += request.Headers.NonValidated["X-Api-Key"].ToString();
            throw new InvalidOperationException($"broken at {Seen}");
        }
    }

    [Test]
    public void The_search_finds_each_secret_in_each_spelling()
    {
        using var session = new CanarySession();

        foreach (var (name, value) in Canaries.Texts)
        {
            foreach (var (form, bytes) in Spellings.Of(value))
            {
                session
                    .Secrets.FoundIn([.. "before "u8, .. bytes, .. " behind"u8])
                    .Should()
                    .Contain(s => s.StartsWith($"{name} ({form})"), "{0} was planted", Encoding.UTF8.GetString(bytes));
            }
        }

        session
            .Secrets.FoundIn(System.IO.File.ReadAllBytes(session.Secrets.BarePem))
            .Should()
            .Contain(s => s.StartsWith("signer.pem (base64)"));
    }
}
