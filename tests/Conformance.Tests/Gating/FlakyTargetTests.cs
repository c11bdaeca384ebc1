using System.Text.Json;
using System.Xml.Linq;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

/// <summary>A server of which every seventh request fails, run with <c>--retries</c>: what passes in the end is shown as flaky.</summary>
internal sealed class FlakyTargetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private CliAnswer run = null!;
    private string[] flaky = [];

    [OneTimeSetUp]
    public async Task Run()
    {
        await using var server = await SimulatedServer.StartAsync(null, "fails-now-and-then");
        run = await RunAsync(server, "--retries", "2");
        flaky = [.. Cases().Where(c => c.TryGetProperty("flaky", out _)).Select(c => c.GetProperty("id").GetString()!)];
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_result_says_how_many_passed_only_when_repeated()
    {
        run.ExitCode.Should().Be(ExitCodes.Conforming, run.Out);
        flaky.Should().NotBeEmpty();
        run.Out.ReplaceLineEndings(" ").Should().Contain($"{flaky.Length} of them only when repeated");
        run.Out.Should().Contain("Flaky (").And.Contain("500 Internal Server Error");
    }

    [Test]
    public void The_summary_keeps_the_failed_attempt_with_its_exchanges() =>
        Cases()
            .Where(c => flaky.Contains(c.GetProperty("id").GetString()))
            .Select(c => c.GetProperty("attempts")[0])
            .Should()
            .OnlyContain(a =>
                a.GetProperty("verdict").GetString() == "failed" && a.GetProperty("exchanges").GetArrayLength() > 0
            );

    [Test]
    public void JUnit_tells_it_in_the_output_of_the_test() =>
        XDocument
            .Load(folder.File("junit.xml"))
            .Descendants("system-out")
            .Count(o =>
                o.Value.StartsWith("flaky (", StringComparison.Ordinal)
                && o.Value.Contains("attempt 1, in order: failed")
            )
            .Should()
            .Be(flaky.Length);

    [Test]
    public void Allure_has_the_case_marked_and_the_failed_attempt_beside_it()
    {
        var results = Directory
            .EnumerateFiles(folder.File("allure-results"), "*-result.json")
            .Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)
            .ToArray();

        var marked = results.Where(IsFlaky).Select(r => r.GetProperty("testCaseId").GetString()).ToArray();
        marked.Should().HaveCount(flaky.Length);
        results
            .Where(r => r.GetProperty("status").GetString() == "failed")
            .Select(r => r.GetProperty("testCaseId").GetString())
            .Should()
            .BeEquivalentTo(marked);
    }

    [Test]
    public void The_page_has_it() => File.ReadAllText(folder.File("report.html")).Should().Contain("\"flaky\":");

    [Test]
    public async Task A_resumed_run_still_knows()
    {
        await using var server = await SimulatedServer.StartAsync();
        var port = new Uri(server.Url).Port;

        // The record is of another address, so the target of the first run is what it names.
        var manifest = folder.File("record/run.json");
        var text = await File.ReadAllTextAsync(manifest);
        var before = JsonDocument.Parse(text).RootElement.GetProperty("target").GetProperty("baseUrl").GetString()!;
        await File.WriteAllTextAsync(manifest, text.Replace($":{new Uri(before).Port}", $":{port}"));
        var resumed = await RunAsync(server, "--retries", "2", "--resume");

        resumed.ExitCode.Should().Be(ExitCodes.Conforming, resumed.Out + resumed.Error);
        resumed.Out.ReplaceLineEndings(" ").Should().Contain($"{flaky.Length} of them only when repeated");
    }

    private JsonElement[] Cases() =>
        [
            .. JsonDocument
                .Parse(File.ReadAllText(folder.File("summary.json")))
                .RootElement.GetProperty("cases")
                .EnumerateArray(),
        ];

    private static bool IsFlaky(JsonElement result) =>
        result.TryGetProperty("statusDetails", out var details) && details.TryGetProperty("flaky", out _);

    private Task<CliAnswer> RunAsync(SimulatedServer server, params string[] options) =>
        CliRunner.RunAsync([
            "run",
            Notes.Path,
            "--base-url",
            server.Url,
            "--provider-states",
            "/_simulator/states",
            "--parallel",
            "1",
            "--report",
            "allure,html,junit,summary",
            "--out",
            folder.Path,
            .. options,
        ]);
}
