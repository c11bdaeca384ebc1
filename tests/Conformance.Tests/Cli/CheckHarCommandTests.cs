using System.Text.Json;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance check-har</c>: recorded answers are judged as a run judges its own.</summary>
public sealed class CheckHarCommandTests
{
    private const string Key = "carrier-key-of-a-real-shop";
    private const string Api = "https://api.carrier.example";
    private const string Parcel = """
        {"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","label":"PC0000000042","state":"booked","service":"standard","weight_grams":1200,"booked_at":"2026-05-04T10:00:00Z"}
        """;

    [Test]
    public async Task Answers_that_keep_to_the_contract_pass()
    {
        var answer = await CheckAsync([Entry(200, Parcel)]);

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain("1 cases: 1 passed, 0 failed");
    }

    [Test]
    public async Task A_body_that_contradicts_its_schema_fails_and_no_secret_is_told()
    {
        var answer = await CheckAsync([
            Entry(200, Parcel),
            Entry(200, Parcel.Replace("\"booked\"", "\"lost\"", StringComparison.Ordinal)),
        ]);

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        answer
            .Out.Should()
            .Contain("read-parcel/recorded/0002")
            .And.Contain("state")
            .And.Contain("lost")
            .And.Contain("1 passed, 1 failed")
            .And.NotContain(Key);
    }

    [Test]
    public async Task A_status_that_is_not_declared_fails()
    {
        var answer = await CheckAsync([Entry(206, Parcel)]);

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        answer.Out.Should().Contain("206");
    }

    [Test]
    public async Task An_answer_whose_body_was_not_recorded_is_inconclusive()
    {
        var answer = await CheckAsync([Entry(200, Parcel), Entry(200, null)]);

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet);
        answer.Out.Should().Contain("the body of the answer was not recorded").And.Contain("0 failed, 1 inconclusive");
    }

    [Test]
    public async Task What_a_browser_had_in_its_cache_is_skipped()
    {
        var answer = await CheckAsync([Entry(200, Parcel), Entry(304, null)]);

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out);
        answer.Out.Should().Contain("1 passed, 0 failed, 0 inconclusive, 1 skipped");
    }

    [Test]
    public async Task What_the_specification_does_not_declare_is_told_and_not_judged()
    {
        var answer = await CheckAsync([
            Entry(200, Parcel),
            Entry(500, "oops", $"{Api}/v2/depots"),
            Entry(500, "oops", "https://cdn.example.org/logo.png"),
        ]);

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out);
        answer
            .Out.Should()
            .Contain("GET /v2/depots is no operation that the specification declares (1 x, first entry 2)")
            .And.Contain("1 requests go to other servers");
    }

    [Test]
    public async Task Traffic_of_another_address_is_judged_where_it_is_named()
    {
        object[] entries =
        [
            Entry(200, Parcel, "http://127.0.0.1:8080/carrier/v2/parcels/7c9e6679-7425-40de-944b-e07fc1f90ae7"),
        ];

        var unnamed = await CheckAsync(entries);
        var named = await CheckAsync(entries, "--base-url", "http://127.0.0.1:8080/carrier");

        unnamed.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        unnamed.Error.Should().Contain("--base-url");
        named.ExitCode.Should().Be(ExitCodes.Conforming, named.Out);
    }

    [TestCase("{}")]
    [TestCase("not json")]
    [TestCase("{\"log\":{\"entries\":[{\"request\":{}}]}}")]
    public async Task A_file_that_is_no_archive_is_a_matter_of_usage(string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("traffic.har");
        await File.WriteAllTextAsync(file, text);

        var answer = await CliRunner.RunAsync("check-har", RepositoryFiles.Spec("parcels.yaml"), file);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("is no HTTP archive");
    }

    private static async Task<CliAnswer> CheckAsync(object[] entries, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("traffic.har");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { log = new { version = "1.2", entries } }));
        return await CliRunner.RunAsync([
            "check-har",
            RepositoryFiles.Spec("parcels.yaml"),
            file,
            "--out",
            folder.Path,
            .. options,
        ]);
    }

    private static object Entry(int status, string? body, string? url = null) =>
        new
        {
            startedDateTime = "2026-05-04T10:00:00.000Z",
            time = 12.5,
            request = new
            {
                method = "GET",
                url = url ?? $"{Api}/v2/parcels/7c9e6679-7425-40de-944b-e07fc1f90ae7",
                httpVersion = "HTTP/1.1",
                headers = new[] { Header("X-Carrier-Key", Key) },
            },
            response = new
            {
                status,
                statusText = "",
                httpVersion = "HTTP/1.1",
                headers = new[]
                {
                    Header("Content-Type", "application/json"),
                    Header("Carrier-Quota", "120"),
                    Header("Carrier-Quota-Left", "100"),
                    Header("Carrier-Quota-Reset", "1777888800"),
                },
                content = body is null
                    ? (object)new { size = 180, mimeType = "application/json" }
                    : new
                    {
                        size = body.Length,
                        mimeType = "application/json",
                        text = body,
                    },
            },
        };

    private static object Header(string name, string value) => new { name, value };
}
