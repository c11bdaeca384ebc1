using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

/// <summary>The real generators read our results, and show what was measured.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Self)]
internal sealed class AllureGeneratorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [OneTimeSetUp]
    public Task Write() => SampleRun.WriteAsync(folder.Path, "allure");

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Allure_3_shows_every_case_with_its_status_labels_steps_and_attachments()
    {
        var report = folder.File("allure-3");
        var cli = NodePackages.File("allure/cli.js");
        var (exitCode, output) = await NodePackages.RunAsync(
            folder.Path,
            "node",
            cli,
            "awesome",
            "allure-results",
            "-o",
            report
        );
        exitCode.Should().Be(0, output);

        var counts = Read(report, "widgets/statistic.json");
        foreach (
            var (status, count) in new[] { ("total", 6), ("passed", 2), ("failed", 1), ("broken", 1), ("skipped", 2) }
        )
        {
            ((int)counts[status]!).Should().Be(count, status);
        }

        var tests = Tests(report, "data/test-results");
        tests.Should().HaveCount(6);
        tests.Values.SelectMany(Attachments3).Should().HaveCount(9).And.OnlyContain(a => !(bool)a["missed"]!);

        var failed = tests["A quantity of 0 is refused"];
        Labels(failed)
            .Should()
            .Contain([
                "epic=Orders API",
                "feature=POST /api/v1/orders",
                "suite=validation_errors",
                "severity=critical",
                "tag=boundary",
            ]);
        var exchange = failed["steps"]![0]!["steps"]![0]!;
        ((string)exchange["name"]!).Should().StartWith("#1 POST /api/v1/orders");
        exchange["steps"]!.AsArray().Select(s => (string?)s!["status"]).Should().StartWith(["passed", "failed"]);
        ((string)failed["error"]!["expected"]!).Should().Be("string that matches ^ORD-");
        failed["breadcrumbs"]!.ToJsonString().Should().Contain("validation_errors");

        var environment = Read(report, "widgets/allure_environment.json").AsArray();
        environment
            .Select(e => (string)e!["name"]!)
            .Should()
            .Contain(["Target", "Environment", "Seed", "Specification.SHA-256"]);
    }

    [Test]
    public async Task Allure_2_shows_every_case_and_sorts_what_did_not_pass_into_our_categories()
    {
        var report = folder.File("allure-2");
        var (program, arguments) = Allure2(NodePackages.File("allure-commandline/dist/bin/allure"));
        var (exitCode, output) = await NodePackages.RunAsync(
            folder.Path,
            program,
            [.. arguments, "generate", "allure-results", "--clean", "-o", report]
        );
        if (exitCode != 0 && output.Contains("JAVA_HOME", StringComparison.Ordinal))
        {
            Assert.Ignore("Allure 2 needs Java 17 or later.");
        }

        exitCode.Should().Be(0, output);
        var counts = Read(report, "widgets/summary.json")["statistic"]!;
        foreach (
            var (status, count) in new[]
            {
                ("total", 6),
                ("passed", 2),
                ("failed", 1),
                ("broken", 1),
                ("skipped", 2),
                ("unknown", 0),
            }
        )
        {
            ((int)counts[status]!).Should().Be(count, status);
        }

        var categories = Read(report, "data/categories.json")["children"]!.AsArray();
        categories
            .ToDictionary(c => (string)c!["name"]!, c => (string)c!["children"]![0]!["children"]![0]!["name"]!)
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["Requirement not met"] = "A quantity of 0 is refused",
                    ["Inconclusive"] = "Out of stock",
                    ["Skipped"] = "The limit holds",
                    ["Defect of the suite or its configuration"] = "A token is renewed",
                    ["Warning"] = "A Location is sent",
                }
            );
        var failed = Tests(report, "data/test-cases")["A quantity of 0 is refused"];
        Labels(failed).Should().Contain(["epic=Orders API", "story=validation_errors"]);
        Attachments2(failed["testStage"]!)
            .Should()
            .HaveCount(3, "the exchange, the schema of the response, and the observed sequence are there")
            .And.OnlyContain(a =>
                (int)a["size"]! > 100 && File.Exists(Path.Combine(report, "data", "attachments", (string)a["source"]!))
            );
        ((string)Read(report, "widgets/executors.json")[0]!["name"]!).Should().Be("local");
        Read(report, "widgets/environment.json").AsArray().Select(e => (string)e!["name"]!).Should().Contain("Target");
    }

    private static (string Program, string[] Arguments) Allure2(string script) =>
        OperatingSystem.IsWindows() ? ("cmd.exe", ["/c", script + ".bat"]) : (script, []);

    private static JsonNode Read(string report, string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(report, file)))!;

    private static Dictionary<string, JsonNode> Tests(string report, string subfolder) =>
        Directory
            .EnumerateFiles(Path.Combine(report, subfolder), "*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!)
            .ToDictionary(test => (string)test["name"]!);

    private static IEnumerable<string> Labels(JsonNode test) =>
        test["labels"]!.AsArray().Select(l => $"{l!["name"]}={l["value"]}");

    private static IEnumerable<JsonNode> Attachments3(JsonNode parent) =>
        parent["steps"]?.AsArray().SelectMany(s => (string?)s!["type"] == "attachment" ? [s["link"]!] : Attachments3(s))
        ?? [];

    private static IEnumerable<JsonNode> Attachments2(JsonNode parent) =>
        parent["attachments"]!
            .AsArray()
            .Select(a => a!)
            .Concat(parent["steps"]!.AsArray().SelectMany(s => Attachments2(s!)));
}
