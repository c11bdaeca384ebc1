using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class CtrfJsonTests
{
    private const string Validate =
        "console.log(JSON.stringify(lib.validate(JSON.parse(require('fs').readFileSync(file)))))";

    [Test]
    public async Task The_reference_implementation_accepts_it_and_would_refuse_another_key()
    {
        var report = await WrittenReport.TextAsync("ctrf");

        (await ErrorsAsync(report)).Should().Be("[]");
        (await ErrorsAsync(report.Replace("\"rawStatus\"", "\"verdict\"", StringComparison.Ordinal)))
            .Should()
            .Contain("must NOT have additional properties");
    }

    [Test]
    public async Task What_decides_nothing_is_neither_passed_nor_skipped()
    {
        var tests = Parse(await WrittenReport.TextAsync("ctrf"))["results"]!["tests"]!.AsArray();

        tests
            .Select(t => $"{t!["rawStatus"]}={t["status"]}")
            .Should()
            .Equal(
                "passed=passed",
                "failed=failed",
                "inconclusive=other",
                "skipped=skipped",
                "error=other",
                "passed=passed"
            );
    }

    [Test]
    public async Task The_counts_are_those_of_the_tests()
    {
        var summary = Parse(await WrittenReport.TextAsync("ctrf"))["results"]!["summary"]!;

        string[] names = ["tests", "passed", "failed", "skipped", "pending", "other"];
        names.Select(n => (int)summary[n]!).Should().Equal(6, 2, 1, 1, 0, 2);
        ((int)summary["extra"]!["conformance.exitCode"]!).Should().Be(1);
    }

    [Test]
    public async Task A_failure_names_its_requirement_and_the_line_of_the_specification_and_no_secret()
    {
        var report = await WrittenReport.TextAsync("ctrf");
        var failed = Parse(report)["results"]!["tests"]![1]!;

        ((string)failed["labels"]!["requirement"]!).Should().Be("create-order.response.201.body");
        $"{failed["filePath"]}:{failed["line"]}".Should().Be("specs/orders.yaml:81");
        ((string)failed["message"]!).Should().Contain("expected string that matches ^ORD-");
        report.Should().NotContain(SampleRun.Secret);
    }

    private static async Task<string> ErrorsAsync(string report) =>
        (await WrittenReport.ReadByAsync("ctrf", Validate, "json", report))!["errors"]!.ToJsonString();

    private static JsonNode Parse(string text) => JsonNode.Parse(text)!;
}
