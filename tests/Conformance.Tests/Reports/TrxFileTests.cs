using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class TrxFileTests
{
    private static readonly XNamespace Team = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Test]
    public async Task A_reader_of_the_format_finds_every_case_with_its_outcome_and_its_evidence()
    {
        var result = await WrittenReport.ReadByAsync(
            "test-results-parser",
            "console.log(JSON.stringify(lib.parse({ type: 'mstest', files: [file] })))",
            "trx",
            await WrittenReport.TextAsync("trx")
        );

        var read = result!["result"] ?? result;
        ((int)read["total"]!).Should().Be(6);
        ((int)read["passed"]!).Should().Be(2);
        ((int)read["failed"]!).Should().Be(1);
        read.ToJsonString().Should().Contain("create-order/validation_errors/quantity").And.Contain("^ORD-");
    }

    // The order is that of Visual Studio's schema, and of what vstest writes.
    [Test]
    public async Task Elements_stand_in_the_order_that_Visual_Studio_demands()
    {
        var root = XDocument.Parse(await WrittenReport.TextAsync("trx")).Root!;

        root.Name.Should().Be(Team + "TestRun");
        root.Elements()
            .Select(e => e.Name.LocalName)
            .Should()
            .Equal("Times", "Results", "TestDefinitions", "TestEntries", "TestLists", "ResultSummary");
        root.Descendants(Team + "UnitTest")
            .First()
            .Elements()
            .Select(e => e.Name.LocalName)
            .Should()
            .Equal("TestCategory", "Execution", "TestMethod");
    }

    [Test]
    public async Task Ids_are_guids_and_join_results_definitions_and_entries()
    {
        var root = XDocument.Parse(await WrittenReport.TextAsync("trx")).Root!;
        string[] Ids(string element, string attribute) =>
            [.. root.Descendants(Team + element).Select(e => e.Attribute(attribute)!.Value)];

        Ids("UnitTestResult", "testId").Should().OnlyHaveUniqueItems().And.OnlyContain(id => IsGuid(id));
        Ids("UnitTest", "id").Should().Equal(Ids("UnitTestResult", "testId"));
        Ids("TestEntry", "executionId").Should().Equal(Ids("UnitTestResult", "executionId"));
    }

    [Test]
    public async Task Counters_add_up_and_the_outcome_is_that_of_the_exit_code()
    {
        var summary = XDocument
            .Parse(await WrittenReport.TextAsync("trx"))
            .Descendants(Team + "ResultSummary")
            .Single();
        int Count(string name) => int.Parse(summary.Element(Team + "Counters")!.Attribute(name)!.Value);

        summary.Attribute("outcome")!.Value.Should().Be("Failed");
        Count("total").Should().Be(6);
        new[] { "passed", "failed", "error", "inconclusive", "notExecuted" }.Sum(Count).Should().Be(6);
    }

    [Test]
    public async Task What_a_target_sends_stays_text_and_secrets_stay_out()
    {
        var text = await WrittenReport.TextAsync("trx");

        XDocument.Parse(text).Descendants("script").Should().BeEmpty();
        text.Should().NotContain(SampleRun.Secret).And.NotContain("[[ATTACHMENT");
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);
}
