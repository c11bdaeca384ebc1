using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.Recorder;
using Conformance.Simulator;
using Conformance.Specification.Model;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Simulator;
using Conformance.Tests.Specification;
using Conformance.Traffic;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Recorder;

/// <summary><c>conformance record</c>: live traffic passes unchanged, is judged, and is kept without its secrets.</summary>
public sealed class TrafficRecordingTests
{
    private static readonly string Spec = RepositoryFiles.Spec("orders.yaml");

    [Test]
    public async Task Traffic_of_a_conforming_target_has_no_finding_and_check_har_agrees()
    {
        using var folder = new TemporaryFolder();
        await using var target = await Served.OrdersAsync();
        var recorded = await RecordAsync(target.BaseUrl, folder, TalkAsync);

        recorded.Reviewed.Gate.ExitCode.Should().Be(ExitCodes.Conforming, recorded.Reviewed.Gate.Reason);
        recorded
            .Exchanges.Select(e => (e.Path, e.Status))
            .Should()
            .Equal(("/oauth/token", 200), ("/api/v1/orders", 200));
        var again = await CheckHarAsync(recorded.File, target.BaseUrl, folder);
        again.ExitCode.Should().Be(ExitCodes.Conforming, again.Out + again.Error);
        again.Out.Should().Contain("1 cases: 1 passed");
    }

    [Test]
    public async Task A_wrong_answer_is_found_when_it_passes_and_in_the_archive()
    {
        using var folder = new TemporaryFolder();
        await using var target = await Served.OrdersAsync("wraps-body");
        var recorded = await RecordAsync(target.BaseUrl, folder, TalkAsync);

        recorded.Reviewed.Gate.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        recorded.Exchanges[^1].Result!.Failures.Should().NotBeEmpty();
        (await CheckHarAsync(recorded.File, target.BaseUrl, folder)).ExitCode.Should().Be(ExitCodes.RequirementFailed);
    }

    [Test]
    public async Task No_secret_is_in_the_archive_and_the_client_gets_its_own()
    {
        using var folder = new TemporaryFolder();
        await using var target = await Served.OrdersAsync();
        var token = "";
        var recorded = await RecordAsync(target.BaseUrl, folder, async client => token = await TalkAsync(client));

        var archive = await File.ReadAllTextAsync(recorded.File);
        archive
            .Should()
            .NotContain(token)
            .And.NotContain(SimulatorCredentials.Default.ClientSecret)
            .And.Contain("Bearer ***")
            .And.Contain("client_secret=***");
    }

    [Test]
    public async Task A_target_that_is_down_is_one_message()
    {
        var answer = await CliRunner.RunAsync(
            "record",
            Spec,
            "--base-url",
            $"http://127.0.0.1:{FreePort()}",
            "--out",
            Path.Combine(Path.GetTempPath(), "never-written.har")
        );

        answer.ExitCode.Should().Be(ExitCodes.TargetUnreachable);
        answer.Error.Should().Contain("does not answer").And.Contain("--base-url");
    }

    [TestCase("everywhere")]
    [TestCase("10.0.0.1")]
    [TestCase("127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_a_matter_of_usage(string address)
    {
        var answer = await CliRunner.RunAsync("record", Spec, "--base-url", "http://127.0.0.1:1", "--listen", address);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain(address);
    }

    [Test]
    public async Task Each_exchange_and_the_account_are_told()
    {
        using var folder = new TemporaryFolder();
        await using var target = await Served.OrdersAsync("wraps-body");
        var port = FreePort();
        var run = CliRunner.RunAsync(
            "record",
            Spec,
            "--base-url",
            target.BaseUrl.ToString(),
            "--listen",
            $"127.0.0.1:{port}",
            "--requests",
            "2",
            "--out",
            Path.Combine(folder.Path, "traffic.har")
        );
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        await TalkAsync(client, attempts: 100);
        var answer = await run;

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        answer
            .Out.Should()
            .Contain("GET /api/v1/orders: 200, failed")
            .And.Contain("POST /oauth/token: 200, not declared, not judged")
            .And.Contain("0 passed, 1 failed");
    }

    private static async Task<Recorded> RecordAsync(Uri target, TemporaryFolder folder, Func<HttpClient, Task> talk)
    {
        var file = Path.Combine(folder.Path, "traffic.har");
        var watcher = new Watcher();
        var options = new RecordOptions
        {
            Specification = Spec,
            BaseUrl = target,
            Listen = new(IPAddress.Loopback, 0),
            File = file,
            Requests = 2,
            LongestTime = TimeSpan.FromMinutes(1),
        };
        var recording = TrafficRecording.RunAsync(options, watcher, TimeProvider.System, CancellationToken.None);
        await Task.WhenAny(watcher.Address, recording);
        using var client = new HttpClient { BaseAddress = await watcher.Address.WaitAsync(TimeSpan.FromSeconds(5)) };
        await talk(client);
        var attempt = await recording;
        attempt.Succeeded.Should().BeTrue();
        return new(attempt.Value!, watcher.Exchanges, file);
    }

    // What an ordinary client does: a token, and then a call with it.
    private static Task<string> TalkAsync(HttpClient client) => TalkAsync(client, attempts: 1);

    private static async Task<string> TalkAsync(HttpClient client, int attempts)
    {
        var credentials = SimulatorCredentials.Default;
        using var issued = await PostAsync();
        var token = (string)(await issued.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
        using var call = new HttpRequestMessage(HttpMethod.Get, "/api/v1/orders");
        call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        call.Headers.Add("X-Request-ID", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(call);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return token;

        async Task<HttpResponseMessage> PostAsync()
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    using var form = new FormUrlEncodedContent(
                        new Dictionary<string, string>
                        {
                            ["grant_type"] = "client_credentials",
                            ["client_id"] = credentials.ClientId,
                            ["client_secret"] = credentials.ClientSecret,
                            ["scope"] = "read write",
                        }
                    );
                    return await client.PostAsync(new Uri("/oauth/token", UriKind.Relative), form);
                }
                catch (HttpRequestException) when (attempt < attempts)
                {
                    // The recorder is not listening yet.
                    await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                }
            }
        }
    }

    private static Task<CliAnswer> CheckHarAsync(string file, Uri target, TemporaryFolder folder) =>
        CliRunner.RunAsync("check-har", Spec, file, "--base-url", target.ToString(), "--out", folder.Path);

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Recorded(ReviewedTraffic Reviewed, IReadOnlyList<JudgedExchange> Exchanges, string File);

    private sealed class Watcher : IRecordingWatcher
    {
        private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Uri> Address => address.Task;

        public List<JudgedExchange> Exchanges { get; } = [];

        public void Listening(IntegrationSpecification specification, Uri address) => this.address.SetResult(address);

        public void Judged(JudgedExchange exchange) => Exchanges.Add(exchange);
    }
}
