using System.Text.Json.Nodes;
using Conformance.Execution.Recording;
using Conformance.Tests.Cli;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class HarArchiveTests
{
    private const string Validate =
        "lib.har(JSON.parse(require('fs').readFileSync(file))).then(() => console.log('[]'), e => console.log(JSON.stringify(e.errors.map(x => x.dataPath + ' ' + x.message))))";

    [Test]
    public async Task It_is_valid_by_the_schema_of_the_format_and_would_not_be_without_a_field()
    {
        var archive = await WrittenReport.TextAsync("har");

        (await ErrorsAsync(archive)).Should().Be("[]");
        (await ErrorsAsync(archive.Replace("\"bodySize\"", "\"size\"", StringComparison.Ordinal)))
            .Should()
            .Contain("bodySize");
    }

    [Test]
    public async Task Every_exchange_is_there_once_in_the_order_of_time_with_its_case()
    {
        var shared = SampleRun.Passed with
        {
            Record = SampleRun.Passed.Record! with
            {
                Exchanges = [.. SampleRun.Passed.Record!.Exchanges.Select(e => e with { IsShared = true })],
            },
        };
        var log = await LogAsync(SampleRun.Result with { Cases = [.. SampleRun.Result.Cases, shared] });

        var entries = log["entries"]!.AsArray();
        entries.Should().HaveCount(SampleRun.Result.Cases.Sum(c => c.Record?.Exchanges.Length ?? 0));
        entries.Select(e => (DateTimeOffset)e!["startedDateTime"]!).Should().BeInAscendingOrder();
        var pages = log["pages"]!.AsArray().ToDictionary(p => (string)p!["id"]!, p => (string)p!["_verdict"]!);
        entries.Select(e => pages[(string)e!["pageref"]!]).Should().Contain("failed");
    }

    [Test]
    public async Task Times_add_up_and_credentials_and_cookies_are_left_out()
    {
        var archive = await WrittenReport.TextAsync("har");
        foreach (var entry in JsonNode.Parse(archive)!["log"]!["entries"]!.AsArray())
        {
            var timings = entry!["timings"]!;
            ((double)entry["time"]!).Should().BeApproximately(timings.AsObject().Sum(t => (double)t.Value!), 0.001);
        }

        archive.Should().NotContain(SampleRun.Secret).And.Contain("Bearer ***").And.Contain("session=***");
    }

    [Test]
    public async Task An_exchange_without_an_answer_says_why()
    {
        var failed = SampleRun.Failed with
        {
            Record = SampleRun.Failed.Record! with
            {
                Exchanges =
                [
                    SampleRun.Failed.Record!.Exchanges[0] with
                    {
                        Response = null,
                        Failure = new(TransportFailureKind.Timeout, "no answer within 30 s"),
                    },
                ],
            },
        };
        var result = SampleRun.Result with { Cases = [failed] };

        var entry = (await LogAsync(result))["entries"]![0]!;

        ((int)entry["response"]!["status"]!).Should().Be(0);
        ((string)entry["_error"]!).Should().Be("no answer within 30 s");
        (await ErrorsAsync(await WrittenReport.TextAsync("har", result))).Should().Be("[]");
    }

    [Test]
    public async Task What_a_run_recorded_is_judged_again_by_check_har()
    {
        using var folder = new TemporaryFolder();
        await using var server = await SimulatedServer.StartAsync(Notes.Lying);
        string[] run = ["run", Notes.Path, "--base-url", server.Url, "--report", "har", "--out", folder.Path];
        await CliRunner.RunAsync(run);

        var answer = await CliRunner.RunAsync(
            "check-har",
            Notes.Path,
            folder.File("traffic.har"),
            "--base-url",
            server.Url,
            "--report",
            "none",
            "--allow-inconclusive",
            "all"
        );

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed, answer.Out + answer.Error);
        answer.Out.Should().Contain("202");
    }

    private static async Task<JsonNode> LogAsync(Conformance.Verdicts.Results.RunResult result) =>
        JsonNode.Parse(await WrittenReport.TextAsync("har", result))!["log"]!;

    private static async Task<string> ErrorsAsync(string archive) =>
        (await WrittenReport.ReadByAsync("har-validator", Validate, "har", archive))!.ToJsonString();
}
