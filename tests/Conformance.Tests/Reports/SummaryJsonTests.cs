using System.Text.Json;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class SummaryJsonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private string text = "";
    private JsonElement summary;

    [OneTimeSetUp]
    public async Task Write()
    {
        var outcome = await SampleRun.WriteAsync(folder.Path, "summary");
        outcome.Problems.Should().BeEmpty();
        outcome.Written.Single().Path.Should().Be(folder.File("summary.json"));
        text = await File.ReadAllTextAsync(folder.File("summary.json"));
        summary = JsonDocument.Parse(text).RootElement;
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_summary_says_what_it_is_before_anything_else()
    {
        summary.EnumerateObject().Select(p => p.Name).Take(3).Should().Equal("format", "version", "run");
        summary.GetProperty("format").GetString().Should().Be("conformance-summary");
        summary.GetProperty("version").GetInt32().Should().Be(1);
    }

    [Test]
    public void The_run_can_be_repeated_from_what_the_summary_says()
    {
        var run = summary.GetProperty("run");
        run.GetProperty("seed").GetInt32().Should().Be(42);
        run.GetProperty("baseUrl").GetString().Should().Be("http://127.0.0.1:5080/");
        run.GetProperty("environment").GetString().Should().Be("sandbox");
        run.GetProperty("startedAt").GetDateTimeOffset().Should().Be(SampleRun.Start);
        run.GetProperty("interrupted").GetBoolean().Should().BeFalse();
        run.GetProperty("specification").GetProperty("sha256").GetString().Should().HaveLength(64);
    }

    [Test]
    public void Requirements_are_tested_or_not()
    {
        var requirements = summary.GetProperty("requirements");
        int Of(string name) => requirements.GetProperty(name).GetInt32();

        Of("tested").Should().BePositive();
        Of("notTested").Should().BePositive("the sample run has a handful of cases");
        Of("total").Should().Be(Of("tested") + Of("notTested"));
    }

    [Test]
    public void Planned_cases_are_the_sum_of_the_verdicts_in_every_group()
    {
        var groups = new[] { summary.GetProperty("counts") }
            .Concat(summary.GetProperty("byKind").EnumerateArray().Select(g => g.GetProperty("counts")))
            .Concat(summary.GetProperty("byEndpoint").EnumerateArray().Select(g => g.GetProperty("counts")))
            .ToArray();
        groups.Should().HaveCount(1 + 5 + 2);
        foreach (var counts in groups)
        {
            counts
                .GetProperty("planned")
                .GetInt32()
                .Should()
                .Be(counts.EnumerateObject().Where(p => p.Name != "planned").Sum(p => p.Value.GetInt32()));
        }

        groups[0]
            .GetRawText()
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal)
            .Should()
            .Be("""{"planned":6,"passed":2,"failed":1,"inconclusive":1,"skipped":1,"error":1}""");
    }

    [Test]
    public void A_failed_case_carries_requirement_finding_and_exchange()
    {
        var failed = summary
            .GetProperty("cases")
            .EnumerateArray()
            .Single(c => c.GetProperty("verdict").GetString() == "failed");
        failed.GetProperty("id").GetString().Should().Be("create-order/validation_errors/quantity");
        failed.GetProperty("kind").GetString().Should().Be("validation_errors");
        failed.GetProperty("endpoint").GetString().Should().Be("POST /api/v1/orders");
        failed.GetProperty("durationMs").GetInt32().Should().Be(120);
        var requirement = failed.GetProperty("requirement");
        requirement.GetProperty("level").GetString().Should().Be("MUST");
        requirement.GetProperty("basis").GetString().Should().Be("contract");
        requirement.GetProperty("location").GetString().Should().Be("specs/orders.yaml:81:3");
        failed
            .GetProperty("sequence")
            .GetString()
            .Should()
            .StartWith("sequenceDiagram\n")
            .And.Contain("T-->>S: 1. 201");
        var check = failed.GetProperty("checks").EnumerateArray().Last();
        check.GetProperty("outcome").GetString().Should().Be("broken");
        check.GetProperty("finding").GetProperty("where").GetString().Should().Be("response 201, body, $.order_id");
        var exchange = failed.GetProperty("exchanges").EnumerateArray().Single();
        exchange.GetProperty("status").GetInt32().Should().Be(201);
        exchange.GetProperty("durationMs").GetDouble().Should().Be(34.2);
    }

    [Test]
    public void Findings_of_the_same_cause_are_one_entry_that_names_its_cases()
    {
        var findings = summary.GetProperty("findings").EnumerateArray().ToArray();
        findings.Should().HaveCount(2);
        findings[0]
            .GetProperty("cause")
            .GetString()
            .Should()
            .Be("BodyMatchesSchema create-order.response.201.body order_id");
        findings[0]
            .GetProperty("cases")
            .EnumerateArray()
            .Select(c => c.GetString())
            .Should()
            .Equal("create-order/validation_errors/quantity");
        findings[1].GetProperty("outcome").GetString().Should().Be("warned");
    }

    [Test]
    public void Every_key_is_described_in_the_page_beside_the_reports()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "reports", "README.md"));
        Keys(summary).Distinct().Should().HaveCountGreaterThan(40).And.OnlyContain(key => page.Contains($"`{key}`"));
    }

    [Test]
    public void No_secret_is_written()
    {
        text.Should().NotContain(SampleRun.Secret);
        JsonSerializer
            .Serialize(SampleRun.Secret)
            .Trim('"')
            .Should()
            .NotBe(SampleRun.Secret, "the escaped form is looked for too");
        text.Should().NotContain(JsonSerializer.Serialize(SampleRun.Secret).Trim('"'));
        text.Should().Contain("Bearer ***");
    }

    [Test]
    public async Task An_interrupted_run_says_so()
    {
        using var other = new TemporaryFolder();
        await SampleRun.WriteAsync(other.Path, "summary", SampleRun.Result with { WasInterrupted = true });
        var document = JsonDocument.Parse(await File.ReadAllTextAsync(other.File("summary.json")));
        document.RootElement.GetProperty("run").GetProperty("interrupted").GetBoolean().Should().BeTrue();
    }

    private static IEnumerable<string> Keys(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Keys(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Keys),
            _ => [],
        };
}
