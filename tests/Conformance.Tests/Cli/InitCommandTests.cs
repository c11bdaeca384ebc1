using Conformance.Cli;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance init</c>: what it writes can be used at once.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class InitCommandTests
{
    private static readonly string[][] Combinations =
    [
        [],
        ["--auth", "api-key", "--webhooks", "--resource", "delivery-note"],
        ["--auth", "jwt", "--rate-limit", "0"],
        ["--auth", "none", "--resource", "story", "--rate-limit", "30"],
        [
            "--auth",
            "oauth2",
            "--webhooks",
            "--title",
            "Say \"hello\": #1",
            "--sandbox-url",
            "https://test.shop.dev/base/",
            "--production-url",
            "https://shop.dev/base",
        ],
        ["--auth", "none", "--rate-limit", "0", "--webhooks", "--resource", "box"],
    ];

    [TestCaseSource(nameof(Combinations))]
    public async Task What_is_written_has_no_error_and_no_warning(params string[] options)
    {
        using var folder = new TemporaryFolder();
        var path = await InitAsync(folder, options);

        Linter
            .Lint(SpecificationLoader.Load(path))
            .Where(d => d.Severity != Severity.Info)
            .Select(d => $"{d.Id} {d.Message} at {d.Location}")
            .Should()
            .BeEmpty();
    }

    // A run of everything is the README's example; here it is the kinds that differ between the combinations.
    [TestCase("--resource", "task")]
    [TestCase("--auth", "api-key", "--webhooks", "--resource", "delivery-note")]
    [TestCase("--auth", "none", "--rate-limit", "0", "--resource", "box")]
    public async Task The_simulator_conforms_to_what_is_written(params string[] options)
    {
        using var folder = new TemporaryFolder();
        var path = await InitAsync(folder, options);

        var answer = await CliRunner.RunContractAsync(
            path,
            "--filter",
            "kind=happy_path|edge_cases|idempotency|auth_refresh|webhooks"
        );

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain(" 0 failed, 0 inconclusive");
    }

    [Test]
    public async Task Questions_are_asked_where_somebody_can_answer()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("new.yaml");

        var answer = await CliRunner.RunAsync(
            ["init", path, "--title", "Tickets"],
            console =>
                console with
                {
                    CanAsk = true,
                    In = new StringReader("ticket\nShop\n\nkey\napi-key\n\n\nmany\n60\nyes\n"),
                }
        );

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer
            .Out.Should()
            .Contain("What is the API about, in the singular? [item]")
            .And.NotContain("What is the document called?")
            .And.Contain("expected one of oauth2, api-key, jwt, none")
            .And.Contain("expected a whole number");
        var specification = SpecificationLoader.Load(path).Specification!;
        specification.Info.Consumer!.Value.Should().Be("Shop");
        specification.Info.Provider!.Value.Should().Be("Tickets");
        specification.RateLimits!.Default[0].Requests.Should().Be(60);
        specification.Webhooks!.Events.Should().HaveCount(2);
        specification.Endpoints.Should().Contain(e => e.Path.Value == "/api/v1/tickets");
    }

    [Test]
    public async Task A_file_that_is_there_is_not_written_over_unasked()
    {
        using var folder = new TemporaryFolder();
        var path = await InitAsync(folder, []);

        var refused = await CliRunner.RunAsync("init", path, "--resource", "other");
        var forced = await CliRunner.RunAsync("init", path, "--resource", "other", "--force");

        refused.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        refused.Error.Should().Contain("is there already");
        forced.ExitCode.Should().Be(ExitCodes.Conforming);
        (await File.ReadAllTextAsync(path)).Should().Contain("/api/v1/others");
    }

    [TestCase("Two Words")]
    [TestCase("a/b")]
    [TestCase("-x")]
    public async Task A_name_that_makes_no_path_is_a_matter_of_usage(string name)
    {
        using var folder = new TemporaryFolder();

        var answer = await CliRunner.RunAsync("init", folder.File("x.yaml"), $"--resource={name}");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("is no name of a resource");
    }

    private static async Task<string> InitAsync(TemporaryFolder folder, string[] options)
    {
        var path = folder.File("new.yaml");
        var answer = await CliRunner.RunAsync(["init", path, .. options]);
        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Error);
        return path;
    }
}
