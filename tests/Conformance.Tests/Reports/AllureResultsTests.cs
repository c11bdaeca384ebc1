using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Execution.Recording;
using Conformance.Reports;
using Conformance.Reports.Allure;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class AllureResultsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private Dictionary<string, JsonNode> results = [];

    [OneTimeSetUp]
    public async Task Write()
    {
        (await SampleRun.WriteAsync(folder.Path, "allure")).Problems.Should().BeEmpty();
        results = Results(folder);
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void Every_case_is_one_result_with_the_status_that_stands_for_its_verdict()
    {
        results
            .ToDictionary(r => r.Key, r => (string)r.Value["status"]!)
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["create-order/happy_path/valid"] = "passed",
                    ["create-order/validation_errors/quantity"] = "failed",
                    ["create-order/edge_cases/out-of-stock"] = "skipped",
                    ["create-order/rate_limit/minute"] = "skipped",
                    ["authentication/auth_refresh/renewed"] = "broken",
                    ["create-order/happy_path/location"] = "passed",
                }
            );
    }

    [TestCase("create-order/edge_cases/out-of-stock", "inconclusive: the target cannot be put into the state")]
    [TestCase("create-order/rate_limit/minute", "skipped: not selected")]
    [TestCase("authentication/auth_refresh/renewed", "error: CLIENT_SECRET is not configured")]
    [TestCase("create-order/happy_path/location", "warning: The target SHOULD send a Location header.")]
    [TestCase(
        "create-order/validation_errors/quantity",
        "The target MUST send a body that matches the declared schema."
    )]
    public void The_message_starts_with_what_the_case_came_to(string id, string start) =>
        ((string)results[id]["statusDetails"]!["message"]!).Should().StartWith(start);

    [Test]
    public void A_case_appears_in_every_tree_of_the_report()
    {
        var labels = Labels(results["create-order/validation_errors/quantity"]);
        labels["epic"].Should().Equal("Orders API");
        labels["feature"].Should().Equal("POST /api/v1/orders");
        labels["story"].Should().Equal("validation_errors");
        labels["parentSuite"].Should().Equal("Orders API");
        labels["suite"].Should().Equal("validation_errors");
        labels["subSuite"].Should().Equal("POST /api/v1/orders");
        labels["severity"].Should().Equal("critical");
        labels["layer"].Should().Equal("contract");
        labels["tag"].Should().Equal("validation_errors", "MUST", "derived", "boundary");
        Labels(results["authentication/auth_refresh/renewed"])["feature"].Should().Equal("Authentication");
        Labels(results["create-order/happy_path/location"])["tag"].Should().Contain("warning");
    }

    [Test]
    public void Steps_are_nested_case_then_exchange_then_check()
    {
        var step = results["create-order/happy_path/valid"]["steps"]!.AsArray().Single()!;
        ((string)step["name"]!).Should().Be("send: POST /api/v1/orders");
        var exchanges = step["steps"]!.AsArray();
        ((string)exchanges[0]!["name"]!).Should().StartWith("#1 token: POST /api/v1/orders");
        ((string)exchanges[1]!["name"]!).Should().Be("#2 POST /api/v1/orders?dry=1&token=a%20b -> 201 (34 ms)");
        exchanges[1]!["steps"]!
            .AsArray()
            .Select(c => (string)c!["name"]!)
            .Should()
            .Equal(
                "The target MUST send a body that matches the declared schema. (StatusIs)",
                "The target MUST send a body that matches the declared schema. (BodyMatchesSchema)"
            );
    }

    [Test]
    public void A_failed_check_makes_its_exchange_and_its_step_fail_and_shows_expected_and_actual()
    {
        var result = results["create-order/validation_errors/quantity"];
        var step = result["steps"]![0]!;
        var exchange = step["steps"]![0]!;
        var checks = exchange["steps"]!.AsArray();
        new[] { step, exchange, checks[1]! }.Select(s => (string)s["status"]!).Should().AllBe("failed");
        ((string)checks[0]!["status"]!).Should().Be("passed");
        ((string)checks[1]!["statusDetails"]!["expected"]!).Should().Be("string that matches ^ORD-");
        ((string)result["statusDetails"]!["actual"]!).Should().Be("string \"***\"");
    }

    [Test]
    public void What_was_not_reached_is_skipped_and_says_why()
    {
        var steps = results["create-order/edge_cases/out-of-stock"]["steps"]!.AsArray();
        steps.Select(s => (string)s!["status"]!).Should().AllBe("skipped");
        ((string)steps[0]!["statusDetails"]!["message"]!).Should().Be("no provider_states");
        ((string)steps[1]!["statusDetails"]!["message"]!).Should().Be("not carried out");
    }

    [Test]
    public void A_judged_response_carries_its_exchange_and_the_schema_with_the_models_it_refers_to()
    {
        var exchange = results["create-order/happy_path/valid"]["steps"]![0]!["steps"]![1]!;
        var attachments = exchange["attachments"]!.AsArray();
        attachments
            .Select(a => (string)a!["name"]!)
            .Should()
            .Equal("request and response", "schema of response 201 (specs/orders.yaml:82)");
        ((string)attachments[0]!["type"]!).Should().Be("application/vnd.allure.http+json");

        var schema = JsonNode.Parse(File.ReadAllText(Attachment(attachments[1]!)))!;
        ((string)schema["properties"]!["order_id"]!["$ref"]!).Should().Be("#/definitions/Id");
        schema["definitions"]!.AsObject().Select(d => d.Key).Should().Equal("Id");
        schema["required"]!.AsArray().Select(r => (string)r!).Should().Equal("order_id");
    }

    [Test]
    public void An_exchange_is_shown_whole()
    {
        var exchange = results["create-order/happy_path/valid"]["steps"]![0]!["steps"]![1]!;
        var http = JsonNode.Parse(File.ReadAllText(Attachment(exchange["attachments"]![0]!)))!;
        ((int)http["schemaVersion"]!).Should().Be(1);
        ((long)http["start"]!).Should().Be(SampleRun.Start.AddMilliseconds(10).ToUnixTimeMilliseconds());
        var request = http["request"]!;
        ((string)request["method"]!).Should().Be("POST");
        request["query"]!.AsArray().Select(q => $"{q!["name"]}={q["value"]}").Should().Equal("dry=1", "token=a b");
        ((string)request["headers"]![0]!["value"]!).Should().Be("Bearer ***");
        ((string)request["body"]!["value"]!).Should().Be("{\"quantity\":0}");
        ((int)http["response"]!["status"]!).Should().Be(201);
        ((string)http["response"]!["headers"]![1]!["value"]!).Should().Be("session=***");
        ((bool)http["response"]!["body"]!["truncated"]!).Should().BeFalse();
    }

    [Test]
    public void Every_attachment_is_referred_to_exactly_once_and_there()
    {
        var sources = results.Values.SelectMany(Sources).ToArray();
        sources.Should().OnlyHaveUniqueItems().And.NotBeEmpty();
        Directory
            .EnumerateFiles(folder.File("allure-results"), "*-attachment*")
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo(sources);
    }

    [Test]
    public void No_secret_is_written_into_any_file()
    {
        foreach (var file in Directory.EnumerateFiles(folder.File("allure-results")))
        {
            var text = File.ReadAllText(file);
            text.Should()
                .NotContain(SampleRun.Secret)
                .And.NotContain(JsonSerializer.Serialize(SampleRun.Secret).Trim('"'));
        }
    }

    [Test]
    public async Task Identities_do_not_depend_on_target_seed_or_run()
    {
        using var other = new TemporaryFolder();
        var run = SampleRun.Run with
        {
            BaseUrl = new("https://elsewhere.example"),
            RunId = "run-2",
            Seed = 7,
            Environment = "staging",
        };
        await SampleRun.WriteAsync(other.Path, "allure", SampleRun.Result with { Run = run });
        var again = Results(other);
        foreach (var (id, result) in results)
        {
            foreach (var key in new[] { "historyId", "testCaseId", "fullName" })
            {
                ((string)again[id][key]!).Should().Be((string)result[key]!);
            }

            ((string)again[id]["uuid"]!).Should().NotBe((string)result["uuid"]!);
            result["parameters"]!.AsArray().Should().OnlyContain(p => (bool)p!["excluded"]!);
        }

        results.Values.Select(r => (string)r["historyId"]!).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void The_description_names_requirement_level_basis_and_line()
    {
        var description = (string)results["create-order/validation_errors/quantity"]["description"]!;
        description.Should().Contain("The target MUST send a body").And.Contain("`create-order.response.201.body`");
        description
            .Should()
            .Contain("level: MUST")
            .And.Contain("the integration specification")
            .And.Contain("`specs/orders.yaml:81:3`");
    }

    [Test]
    public void A_failed_result_shows_the_observed_sequence_and_attaches_it()
    {
        var failed = results["create-order/validation_errors/quantity"];
        ((string)failed["description"]!)
            .Should()
            .Contain("```mermaid\nsequenceDiagram\n")
            .And.Contain("T-->>S: 1. 201");
        var attachment = failed["attachments"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)attachment["name"]!).Should().Be("observed sequence");
        File.ReadAllText(Path.Combine(folder.File("allure-results"), (string)attachment["source"]!))
            .Should()
            .StartWith("sequenceDiagram\n");
    }

    [Test]
    public void The_run_is_described_once_for_all_results()
    {
        var environment = File.ReadAllLines(Path.Combine(folder.File("allure-results"), "environment.properties"));
        environment.Should().Contain("Target = http://127.0.0.1:5080/").And.Contain("Seed = 42");
        var categories = JsonNode
            .Parse(File.ReadAllText(Path.Combine(folder.File("allure-results"), "categories.json")))!
            .AsArray();
        categories
            .Select(c => (string)c!["name"]!)
            .Should()
            .Contain(["Inconclusive", "Requirement not met", "Skipped"]);
        categories
            .Select(c => (string)c!["matchedStatuses"]![0]!)
            .Should()
            .Equal("failed", "skipped", "skipped", "broken", "passed", "passed");
    }

    [Test]
    public void References_to_standards_are_links_and_a_line_is_none_where_no_server_shows_it() =>
        results["create-order/happy_path/valid"]["links"]!
            .AsArray()
            .Select(l => (string)l!["url"]!)
            .Should()
            .Equal("https://www.rfc-editor.org/rfc/rfc9110#section-15.3.2");

    [TestCase(
        "GITHUB_ACTIONS=true;GITHUB_REPOSITORY=a/b;GITHUB_SHA=c0ffee;GITHUB_RUN_ID=9;GITHUB_RUN_NUMBER=3;GITHUB_WORKFLOW=contract",
        "github",
        "https://github.com/a/b/actions/runs/9",
        "https://github.com/a/b/blob/c0ffee/specs/orders.yaml#L81"
    )]
    [TestCase(
        "GITLAB_CI=true;CI_PROJECT_URL=https://gitlab.com/a/b;CI_COMMIT_SHA=c0ffee;CI_PIPELINE_IID=3;CI_JOB_NAME=contract;CI_JOB_URL=https://gitlab.com/a/b/-/jobs/4",
        "gitlab",
        "https://gitlab.com/a/b/-/jobs/4",
        "https://gitlab.com/a/b/-/blob/c0ffee/specs/orders.yaml#L81"
    )]
    [TestCase(
        "JENKINS_URL=https://ci.example/;JOB_NAME=contract;BUILD_NUMBER=3;BUILD_URL=https://ci.example/job/3/;CONFORMANCE_SPEC_URL=https://src.example/{file}?line={line}",
        "jenkins",
        "https://ci.example/job/3/",
        "https://src.example/specs/orders.yaml?line=81"
    )]
    public async Task The_build_server_is_told_and_gives_the_line_of_the_specification_a_link(
        string variables,
        string type,
        string build,
        string line
    )
    {
        using var other = new TemporaryFolder();
        var options = SampleRun.Options(other.Path) with
        {
            Variables = System.Collections.Immutable.ImmutableDictionary.CreateRange(
                variables.Split(';').Select(v => v.Split('=', 2)).Select(v => KeyValuePair.Create(v[0], v[1]))
            ),
        };
        await SampleRun.WriteAsync(other.Path, "allure", options: options);
        var executor = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(other.File("allure-results"), "executor.json"))
        )!;
        ((string)executor["type"]!).Should().Be(type);
        ((string)executor["buildUrl"]!).Should().Be(build);
        ((long)executor["buildOrder"]!).Should().Be(3);
        ((string)executor["buildName"]!).Should().Be("contract #3");
        ((string)Results(other)["create-order/happy_path/valid"]["links"]![0]!["url"]!).Should().Be(line);
    }

    [TestCase("/build/a b/specs/orders.yaml", "/build/a b", "https://src.example/specs/orders.yaml?line=7")]
    [TestCase("/build/specs/orders.yaml", "/elsewhere", null)]
    [TestCase("/build/specs/orders.yaml", null, null)]
    [TestCase("../specs/orders.yaml", "/build", null)]
    [TestCase("./specs/my orders.yaml", "/build", "https://src.example/specs/my%20orders.yaml?line=7")]
    public void A_specification_named_by_its_full_path_is_found_in_the_checked_out_sources(
        string file,
        string? root,
        string? url
    )
    {
        var server = new BuildServer("ci", "ci", null, null, null, null, "https://src.example/{file}?line={line}")
        {
            SourceRoot = root,
        };
        var requirement = SampleRun.MustMatch with { Location = new(file, 7, 1, 7, 2, ""), References = [] };
        AllureLinks.Of(requirement, server).Select(l => l.Url).Should().Equal(url is null ? [] : [url]);
    }

    [Test]
    public async Task A_case_is_on_disk_as_soon_as_it_is_finished()
    {
        using var other = new TemporaryFolder();
        var reports = ((ReportSelection.Accepted)ReportSet.Create("allure", SampleRun.Options(other.Path))).Reports;
        await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        await reports.CaseFinishedAsync(SampleRun.Failed, CancellationToken.None);
        Results(other).Should().ContainSingle().Which.Key.Should().Be("create-order/validation_errors/quantity");
    }

    [Test]
    public async Task A_case_that_was_never_handed_over_is_written_at_the_end()
    {
        using var other = new TemporaryFolder();
        var reports = ((ReportSelection.Accepted)ReportSet.Create("allure", SampleRun.Options(other.Path))).Reports;
        await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        (await reports.FinishAsync(SampleRun.Result, CancellationToken.None)).IsComplete.Should().BeTrue();
        Results(other).Should().HaveCount(6);
    }

    [Test]
    public async Task A_result_that_disappears_before_the_end_is_a_problem()
    {
        using var other = new TemporaryFolder();
        var reports = ((ReportSelection.Accepted)ReportSet.Create("allure", SampleRun.Options(other.Path))).Reports;
        await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        await reports.CaseFinishedAsync(SampleRun.Passed, CancellationToken.None);
        File.Delete(Directory.EnumerateFiles(other.File("allure-results"), "*-result.json").Single());
        var outcome = await reports.FinishAsync(SampleRun.Result, CancellationToken.None);
        outcome.Problems.Single().Message.Should().Contain("1 of 6 results are missing");
    }

    [Test]
    public async Task Thousands_of_exchanges_are_counted_and_only_the_ends_and_the_findings_are_shown()
    {
        var many = Enumerable
            .Range(0, 3000)
            .Select(i => SampleRun.Sent(i, "fill", i < 2999 ? 200 : 429, "{}"))
            .ToArray();
        var result = SampleRun.Recorded(SampleRun.Failed, Verdict.Failed, many);
        result = result with
        {
            Case = result.Case with
            {
                Steps = [new CaseStep.SendUntilLimited("fill", SampleRun.Send("x").Request, 3000)],
            },
            Checks = [new("HeaderIs", SampleRun.MustMatch, CheckOutcome.Broken, 1500, new("w", "e", "a", "f"))],
        };
        using var other = new TemporaryFolder();
        await SampleRun.WriteAsync(other.Path, "allure", SampleRun.Result with { Cases = [result] });
        var step = Results(other).Values.Single()["steps"]![0]!;
        var names = step["steps"]!.AsArray().Select(s => (string)s!["name"]!).ToArray();
        names.Should().HaveCount(42);
        names.Should().Contain(n => n.StartsWith("#1501 ")).And.Contain(n => n.StartsWith("#3000 "));
        names[^1].Should().Be("2959 further exchanges: 2959 x 200");
        Directory.EnumerateFiles(other.File("allure-results")).Count().Should().BeLessThan(60);
    }

    [Test]
    public async Task Bodies_are_masked_before_they_are_cut_and_binary_ones_are_masked_too()
    {
        var half = SampleRun.Sent(0, "send", 201, new string('x', 95) + SampleRun.Secret + "tail");
        var binary = Encoding.Latin1.GetBytes("\0\u00ff" + SampleRun.Secret);
        var bytes = half with { Index = 1, Response = half.Response! with { Body = binary } };
        var result = SampleRun.Recorded(SampleRun.Passed, Verdict.Passed, half, bytes);
        using var other = new TemporaryFolder();
        var options = SampleRun.Options(other.Path) with { MaxBodyCharacters = 100 };
        await SampleRun.WriteAsync(other.Path, "allure", SampleRun.Result with { Cases = [result] }, options);

        var exchanges = Results(other).Values.Single()["steps"]![0]!["steps"]!.AsArray();
        var bodies = exchanges
            .Select(e => Path.Combine(other.File("allure-results"), (string)e!["attachments"]![0]!["source"]!))
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!["response"]!["body"]!)
            .ToArray();
        ((string)bodies[0]["value"]!).Should().Be(new string('x', 95) + "***ta");
        ((bool)bodies[0]["truncated"]!).Should().BeTrue();
        ((int)bodies[0]["size"]!).Should().Be(95 + SampleRun.Secret.Length + 4);
        ((string)bodies[1]["encoding"]!).Should().Be("base64");
        Convert.FromBase64String((string)bodies[1]["value"]!).Should().Equal([0, 255, (byte)'*', (byte)'*', (byte)'*']);
    }

    [Test]
    public async Task Cases_that_ran_at_once_stand_in_different_lanes_of_the_timeline()
    {
        CaseResult At(string id, int start, int length)
        {
            var result = SampleRun.Case(id, id, ScenarioKind.HappyPath);
            return result with
            {
                Record = result.Record! with
                {
                    StartedAt = SampleRun.Start.AddSeconds(start),
                    Duration = TimeSpan.FromSeconds(length),
                },
            };
        }

        using var other = new TemporaryFolder();
        var reports = ((ReportSelection.Accepted)ReportSet.Create("allure", SampleRun.Options(other.Path))).Reports;
        await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        foreach (var result in new[] { At("b", 1, 1), At("c", 3, 1), At("a", 0, 10) })
        {
            await reports.CaseFinishedAsync(result, CancellationToken.None);
        }

        Results(other)
            .ToDictionary(r => r.Key, r => Labels(r.Value)["thread"][0])
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["a"] = "lane 2",
                    ["b"] = "lane 1",
                    ["c"] = "lane 1",
                }
            );
    }

    [Test]
    public async Task A_response_that_never_came_is_shown_as_broken_with_the_reason()
    {
        var silent = SampleRun.Sent(0, "send", 201, "") with
        {
            Response = null,
            Failure = new(TransportFailureKind.Timeout, "no response within 30 s"),
        };
        using var other = new TemporaryFolder();
        await SampleRun.WriteAsync(
            other.Path,
            "allure",
            SampleRun.Result with
            {
                Cases = [SampleRun.Recorded(SampleRun.Passed, Verdict.Inconclusive, silent)],
            }
        );
        var exchange = Results(other).Values.Single()["steps"]![0]!["steps"]![0]!;
        ((string)exchange["name"]!).Should().EndWith("-> timeout (34 ms)");
        ((string)exchange["status"]!).Should().Be("broken");
        ((string)exchange["statusDetails"]!["message"]!).Should().Be("no response within 30 s");
    }

    private static Dictionary<string, JsonNode> Results(TemporaryFolder folder) =>
        Directory
            .EnumerateFiles(folder.File("allure-results"), "*-result.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!)
            .ToDictionary(result => ((string)result["fullName"]!).Split('#')[1]);

    private static Dictionary<string, string[]> Labels(JsonNode result) =>
        result["labels"]!
            .AsArray()
            .GroupBy(l => (string)l!["name"]!, l => (string)l!["value"]!)
            .ToDictionary(g => g.Key, g => g.ToArray());

    private static IEnumerable<string> Sources(JsonNode node) =>
        node["attachments"]!
            .AsArray()
            .Select(a => (string)a!["source"]!)
            .Concat(node["steps"]!.AsArray().SelectMany(s => Sources(s!)));

    private string Attachment(JsonNode attachment) =>
        Path.Combine(folder.File("allure-results"), (string)attachment["source"]!);
}
