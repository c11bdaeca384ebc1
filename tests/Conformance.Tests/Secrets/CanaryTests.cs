using System.Net;
using System.Net.Sockets;
using System.Text;
using Conformance.Reports;
using Conformance.Tests.Cli;
using Conformance.Tests.Execution;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>
/// Recognisable secrets in every place that takes one, against targets that tell what they hear: none of them is in any byte
/// that is written or printed.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CanaryTests
{
    private static readonly string AllReports = string.Join(',', ReportSet.Keys);

    public static IEnumerable<TestCaseData> Conversations =>
        CanaryContracts
            .Names.Select(contract => new TestCaseData(contract, EchoingTarget.InTurn))
            .Concat(CanaryContracts.WithTokens.Select(contract => new TestCaseData(contract, "refuses")));

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
            // These show every case; the others what theirs do otherwise.
            contract is "oauth" or "api-key"
            && way is EchoingTarget.InTurn
                ? "id=list-doors/*"
                : "id=list-doors/happy_path/*|list-doors/edge_cases/*|api/edge_cases/method*",
        ]);

        answer.Out.Should().Contain("cases", answer.Error);
        (answer.Out + answer.Error).Should().NotContain("held back", "what a target says is masked, not refused");
        target.HasToldInAllWays.Should().Be(contract is not "mtls-broken" && way is EchoingTarget.InTurn);
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task A_client_certificate_with_its_password_is_not_repeated()
    {
        using var session = new CanarySession();
        using var certificate = TestCertificates.SelfSigned("localhost", IPAddress.Loopback);
        await using var target = await EchoingTarget.StartAsync(EchoingTarget.InTurn, certificate);
        var authority = session.File("authority.pem", certificate.ExportCertificatePem());

        var answer = await session.RunAsync(
            "run",
            session.Contract("mtls"),
            "--base-url",
            target.Url,
            "--ca",
            authority,
            "--report",
            AllReports,
            "--out",
            session.Out("a"),
            "--filter",
            "id=list-doors/*"
        );

        target.HasToldInAllWays.Should().BeTrue(answer.Out + answer.Error);
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task A_proxy_of_the_environment_is_not_asked_and_its_password_is_not_repeated()
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync("body");
        await using var proxy = await EchoingTarget.StartAsync("proxy");
        var address = proxy.Url.Replace("//", $"//proxy:{Canaries.InUrl}@", StringComparison.Ordinal);
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Conformance.Cli.dll"),
            "run",
            session.Contract("api-key"),
            "--base-url",
            target.Url,
            "--out",
            session.Out("a"),
            "--filter",
            "id=list-doors/happy_path/valid-request",
        ];
        var variables = session
            .Secrets.Variables.SetItem("HTTP_PROXY", address)
            .SetItem("http_proxy", address)
            .SetItem("ALL_PROXY", address);

        var answer = session.Heard(arguments, await ProcessRunner.DotnetAsync(arguments, variables));

        proxy.Answered.Should().Be(0, "what is measured is the target, and nothing between");
        target.Answered.Should().BePositive(answer.Out + answer.Error);
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
