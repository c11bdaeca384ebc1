using System.Globalization;
using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using Conformance.Execution.Recording;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class JUnitXmlTests
{
    [Test]
    public async Task The_file_is_valid_by_the_strict_schema()
    {
        var document = await WriteAsync(SampleRun.Result);
        Violations(document).Should().BeEmpty();
    }

    [TestCase("testcase", "file", "x")]
    [TestCase("testsuite", "time", "0.12345")]
    public async Task The_strict_schema_can_fail(string element, string attribute, string value)
    {
        var document = await WriteAsync(SampleRun.Result);
        document.Descendants(element).First().SetAttributeValue(attribute, value);
        Violations(document).Should().NotBeEmpty();
    }

    [Test]
    public async Task Properties_inside_a_test_case_would_be_refused_by_the_strict_schema()
    {
        var document = await WriteAsync(SampleRun.Result);
        document.Descendants("testcase").First().Add(new XElement("properties"));
        Violations(document).Should().NotBeEmpty();
    }

    [Test]
    public async Task Every_planned_case_is_counted_once()
    {
        var root = (await WriteAsync(SampleRun.Result)).Root!;
        Numbers(root, "tests", "failures", "errors").Should().Equal(6, 1, 1);
        root.Elements("testsuite").Sum(s => Numbers(s, "skipped")[0]).Should().Be(2);
        root.Elements("testsuite").Sum(s => Numbers(s, "tests")[0]).Should().Be(6);
        root.Descendants("testcase").Should().HaveCount(6);
        root.Elements("testsuite")
            .Select(s => s.Attribute("name")!.Value)
            .Should()
            .Equal("happy_path", "validation_errors", "edge_cases", "rate_limit", "auth_refresh");
    }

    [Test]
    public async Task Names_are_unique_for_GitLab_drops_what_repeats()
    {
        var document = await WriteAsync(SampleRun.Result);
        document
            .Descendants("testcase")
            .Select(c => (c.Attribute("classname")!.Value, c.Attribute("name")!.Value))
            .Should()
            .OnlyHaveUniqueItems()
            .And.Contain(
                ("orders-api.validation_errors", "create-order/validation_errors/quantity A quantity of 0 is refused")
            );
    }

    [Test]
    public async Task The_reason_stands_in_the_text_and_not_only_in_the_message()
    {
        var document = await WriteAsync(SampleRun.Result);
        var failure = document.Descendants("failure").Single();
        failure.Attribute("type")!.Value.Should().Be("MUST");
        foreach (
            var part in new[]
            {
                "The target MUST send",
                "$.order_id",
                "^ORD-",
                "send order_id as declared",
                "specs/orders.yaml:81:3",
                "curl -X POST",
                "observed sequence (mermaid):\nsequenceDiagram\n",
                "T-->>S: 1. 201",
            }
        )
        {
            failure.Value.Should().Contain(part);
        }

        document
            .Descendants("skipped")
            .Select(s => s.Value.Split('\n')[0])
            .Should()
            .BeEquivalentTo(
                "inconclusive: the target cannot be put into the state \"Set product stock to 0\": configure provider_states",
                "skipped: not selected"
            );
        document.Descendants("error").Single().Value.Should().Contain("CLIENT_SECRET is not configured");
    }

    [Test]
    public async Task Times_have_three_decimals_in_every_culture()
    {
        var document = await WriteAsync(SampleRun.Result);
        document
            .Descendants()
            .Attributes("time")
            .Select(t => t.Value)
            .Should()
            .AllSatisfy(t => t.Should().MatchRegex(@"^\d+\.\d{3}$"));
        document.Root!.Attribute("time")!.Value.Should().Be("1.500");
    }

    [Test]
    public async Task A_target_can_put_neither_secrets_nor_control_characters_nor_attachments_into_the_file()
    {
        using var folder = new TemporaryFolder();
        await SampleRun.WriteAsync(folder.Path, "junit");
        var text = await File.ReadAllTextAsync(folder.File("junit.xml"));
        text.Should()
            .NotContain(SampleRun.Secret)
            .And.NotContain("[[ATTACHMENT")
            .And.NotContain("\u001b")
            .And.NotContain("&#x1;");
        text.Should().Contain("***", "the body was shown").And.Contain("alert(1)");
        text.Split('\n')
            .Should()
            .NotContain(
                line => line.TrimStart().StartsWith("::", StringComparison.Ordinal),
                "build servers obey such lines"
            );
        text[0].Should().Be('<', "there is no byte order mark");
    }

    [Test]
    public async Task A_long_body_is_cut_and_the_cut_is_told()
    {
        var body = new string('x', 200_000);
        var failed = SampleRun.Failed with
        {
            Record = SampleRun.Failed.Record! with { Exchanges = [SampleRun.Sent(0, "send", 201, body)] },
        };
        var document = await WriteAsync(SampleRun.Result with { Cases = [failed] });
        document.Descendants("system-out").Single().Value.Length.Should().BeLessThan(10_000);
        document.Descendants("system-out").Single().Value.Should().Contain("(cut, 200000 bytes)");
    }

    [Test]
    public async Task An_interrupted_run_is_written_and_says_so()
    {
        var document = await WriteAsync(SampleRun.Result with { WasInterrupted = true });
        document
            .Descendants("property")
            .First(p => p.Attribute("name")!.Value == "run.interrupted")
            .Attribute("value")!
            .Value.Should()
            .Be("true");
    }

    [Test]
    public async Task Random_texts_from_a_target_always_give_a_valid_file()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
#pragma warning disable CA5394 // Test data.
        var random = new Random(seed);
        var cases = Enumerable
            .Range(0, 200)
            .Select(i =>
            {
                var bytes = new byte[random.Next(0, 80)];
                random.NextBytes(bytes);
                var text = new string([
                    .. Enumerable.Range(0, random.Next(0, 60)).Select(_ => (char)random.Next(0, 0x10000)),
                ]);
#pragma warning restore CA5394
                var result = SampleRun.Case($"c/{i}", text, Conformance.Specification.Model.ScenarioKind.HappyPath);
                return result with
                {
                    Verdict = Verdict.Failed,
                    Checks =
                    [
                        new("Check", SampleRun.MustMatch, CheckOutcome.Broken, 0, new Finding(text, text, text, text)),
                    ],
                    Record = result.Record! with { Exchanges = [With(result.Record!.Exchanges[0], bytes)] },
                };
            });
        var document = await WriteAsync(SampleRun.Result with { Cases = [.. cases] });
        Violations(document).Should().BeEmpty();
        document.Descendants("failure").Should().HaveCount(200);
    }

    private static Exchange With(Exchange exchange, byte[] body) =>
        exchange with
        {
            Response = exchange.Response! with { Body = body },
        };

    private static int[] Numbers(XElement element, params string[] names) =>
        [.. names.Select(n => int.Parse(element.Attribute(n)!.Value, CultureInfo.InvariantCulture))];

    private static async Task<XDocument> WriteAsync(RunResult result)
    {
        using var folder = new TemporaryFolder();
        var outcome = await SampleRun.WriteAsync(folder.Path, "junit", result);
        outcome.Problems.Should().BeEmpty();
        await using var file = File.OpenRead(folder.File("junit.xml"));
        return await XDocument.LoadAsync(file, LoadOptions.None, CancellationToken.None);
    }

    private static List<string> Violations(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, System.Xml.XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(JUnitSchema.Text))));
        var violations = new List<string>();
        new XDocument(document).Validate(schemas, (_, e) => violations.Add(e.Message));
        return violations;
    }
}
