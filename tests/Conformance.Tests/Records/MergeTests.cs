using Conformance.Merging;
using Conformance.Records;
using Conformance.Scenarios.Cases;
using Conformance.Sharding;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>The parts of a run make the run again: nothing is lost, nothing is double, and what is missing is told.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class MergeTests : IDisposable
{
    private readonly TemporaryFolder made = new();

    [OneTimeSetUp]
    public async Task MakeParts()
    {
        await RunAsync(made, Notes.Options, 1, 2);
        await RunAsync(made, Notes.Options, 2, 2);
        await RunAsync(made, Notes.Options, 1, 2, new SimulatedTarget(Notes.Lying), "lying-1");
        await RunAsync(made, Notes.Options, 2, 2, new SimulatedTarget(Notes.Lying), "lying-2");
    }

    public void Dispose() => made.Dispose();

    [Test]
    public async Task Four_parts_come_to_what_the_uncut_run_comes_to_case_by_case()
    {
        using var folder = new TemporaryFolder();
        var options = new RunOptions
        {
            Specification = RepositoryFiles.Spec("orders.yaml"),
            Filter = "kind=rate_limit|idempotency|happy_path",
            Reports = "none",
        };
        var uncut = await ConformanceRun.RunAsync(
            options,
            new SequentialRunner(),
            new RunContext { EmbeddedTarget = new SimulatedTarget() },
            CancellationToken.None
        );
        var whole = uncut.Value!;
        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => RunAsync(folder, options, n, 4)));

        var merged = await MergeAsync(folder, 1, 2, 3, 4);

        merged.Value!.Gate.ExitCode.Should().Be(ExitCodes.Conforming, merged.Value.Gate.Reason);
        merged
            .Value.Result.Cases.Select(c => (c.Case.Id, c.Verdict))
            .Should()
            .Equal(whole.Result.Cases.Select(c => (c.Case.Id, c.Verdict)));
        var record = await RecordedRun.ReadAsync(folder.File("all/record"));
        record.Cases.Select(c => c.Id).Should().BeEquivalentTo(whole.Plan.Cases.Select(c => c.Id));
        Rederivation
            .Of(record, whole.Plan.Specification, whole.Plan.Cases)
            .Value!.Disagreements.Should()
            .BeEmpty("the whole can be judged again as each part can");
    }

    [Test]
    public async Task A_part_that_is_missing_is_named_and_its_cases_are_open()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "1", name: "1");

        var merged = await MergeAsync(folder, 1);

        merged.Value!.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet);
        merged.Value.Result.Notes.Should().Contain("Part 2/2 is missing.");
        merged
            .Value.Result.Cases.Where(c => c.Verdict is Verdict.Inconclusive)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(c => c.Reason == "Part 2/2 of the run is missing.");
        merged.Value.Result.Cases.Should().HaveCount(Notes.Plan().Cases.Length);
    }

    [Test]
    public async Task A_part_that_was_cut_off_is_named_with_what_it_did_not_come_to()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "1", name: "1");
        Take(folder, "2", name: "2");
        var lines = folder.File("2/record/cases.ndjson");
        var first = (await File.ReadAllLinesAsync(lines))[0];
        await File.WriteAllTextAsync(lines, $"{first}\n{{\"case\":{{\"id\":\"half");

        var merged = await MergeAsync(folder, 1, 2);

        merged.Value!.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet);
        merged.Value.Result.Notes.Should().ContainMatch("Part 2/2 ended before * --resume goes on with it.");
        merged
            .Value.Result.Cases.Where(c => c.Verdict is Verdict.Inconclusive)
            .Should()
            .OnlyContain(c => c.Reason == "Part 2/2 ended before this case.");
    }

    [Test]
    public async Task A_failure_in_one_part_fails_the_whole()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "lying-1", name: "1");
        Take(folder, "lying-2", name: "2");

        var merged = await MergeAsync(folder, 2, 1);

        merged.Value!.Gate.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        File.Exists(folder.File("all/junit.xml")).Should().BeTrue();
    }

    [Test]
    public async Task Parts_of_different_runs_are_refused_with_what_is_different()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "1", name: "1");
        await RunAsync(folder, Notes.Options with { Seed = 9 }, 2, 2);

        var merged = await MergeAsync(folder, 1, 2);

        merged.Refusal!.Message.Should().Contain("are of different runs: the seed was 1 and is 9.");
    }

    [Test]
    public async Task The_same_part_twice_is_refused()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "1", name: "1");

        var merged = await MergeAsync(folder, 1, 1);

        merged.Refusal!.Message.Should().StartWith("Part 1/2 is there more than once");
    }

    [Test]
    public async Task Parts_of_runs_that_were_cut_differently_are_refused()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "1", name: "1");
        await RunAsync(folder, Notes.Options, 3, 3);

        var merged = await MergeAsync(folder, 1, 3);

        merged.Refusal!.Message.Should().Contain("the run was cut differently");
    }

    [Test]
    public async Task The_command_line_cuts_and_joins()
    {
        using var folder = new TemporaryFolder();
        await CliRunner.RunAsync("run", Notes.Path, "--shard", "1/2", "--report", "none", "--out", folder.File("a"));
        await CliRunner.RunAsync("run", Notes.Path, "--shard", "2/2", "--report", "none", "--out", folder.File("b"));

        var merged = await CliRunner.RunAsync(
            "merge",
            folder.File("a"),
            folder.File("b"),
            "--report",
            "summary",
            "--out",
            folder.File("all")
        );

        merged.ExitCode.Should().Be(ExitCodes.Conforming, merged.Out + merged.Error);
        merged.Out.Should().Contain("Joined from the parts 1/2, 2/2.");
        SummaryFile.Verdicts(folder.File("all")).Keys.Should().Equal(Notes.Plan().Cases.Select(c => c.Id));
    }

    [Test]
    public async Task What_must_run_alone_and_failed_while_another_part_used_the_target_is_in_doubt()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "lying-1", name: "1");
        Take(folder, "lying-2", name: "2");
        var first = await RecordedRun.ReadAsync(folder.File("1/record"));
        var second = await RecordedRun.ReadAsync(folder.File("2/record"));
        var failed = second.Cases.First(c => c.Verdict is Verdict.Failed);
        var contractCase = Notes.Plan().Cases.First(c => c.Id == failed.Id);
        var result = new CaseRestoring(Notes.Plan().Specification).Result(failed, contractCase);
        var alone = result with { Case = result.Case with { Isolation = CaseIsolation.SharedState } };
        var early = result.Record! with { StartedAt = first.Cases[0].CarriedOut!.StartedAt };

        var set = await RecordSet.ReadAsync([folder.File("1"), folder.File("2")], CancellationToken.None);
        var weighing = new AloneInTime(set.Value!.Records, isShared: true);

        weighing.Weigh(alone).Verdict.Should().Be(Verdict.Failed, "the other part was over");
        weighing
            .Weigh(alone with { Record = early })
            .Should()
            .Match<CaseResult>(r =>
                r.Verdict == Verdict.Inconclusive && r.Reason!.StartsWith("It failed while part 1/2 was using")
            );
        weighing.Weigh(result with { Record = early }).Verdict.Should().Be(Verdict.Failed, "it may run beside others");
        new AloneInTime(set.Value.Records, isShared: false)
            .Weigh(alone with { Record = early })
            .Verdict.Should()
            .Be(Verdict.Failed, "each part had a target of its own");
    }

    [Test]
    public async Task Another_specification_is_refused()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "1", name: "1");

        var merged = await MergeAsync(folder, RepositoryFiles.Spec("parcels.yaml"), new(), 1);

        merged.Refusal!.Message.Should().Contain("is not the one that was run: its SHA-256 is");
    }

    [Test]
    public async Task What_the_parts_found_flaky_the_whole_tells_with_all_attempts()
    {
        using var folder = new TemporaryFolder();
        var options = Notes.Options with { Retries = 2 };
        await RunAsync(folder, options, 1, 2, FailingNowAndThen());
        await RunAsync(folder, options, 2, 2, FailingNowAndThen());

        var merged = await MergeAsync(folder, 1, 2);

        var flaky = merged.Value!.Result.Cases.Where(c => c.Flakiness is not null).ToArray();
        flaky.Should().NotBeEmpty();
        flaky
            .SelectMany(c => c.Attempts)
            .Should()
            .OnlyContain(a => a.Verdict == Verdict.Failed && !a.Record!.Exchanges.IsEmpty && !a.Checks.IsEmpty);
        merged.Value.Gate.Reason.Should().Contain($"{flaky.Length} of them only when repeated (flaky");
        merged
            .Value.Result.Notes.Should()
            .ContainMatch($"Flaky (*): {flaky[0].Case.Id} failed, and passed on attempt *");
    }

    [Test]
    public async Task The_parts_of_a_profile_make_the_run_of_that_profile()
    {
        using var folder = new TemporaryFolder();
        var options = Notes.Options with { Gate = new GateOptions { Profile = "core" } };
        await RunAsync(folder, options, 1, 2);
        await RunAsync(folder, options, 2, 2);

        var merged = await MergeAsync(folder, 1, 2);

        merged.Value!.Gate.ExitCode.Should().Be(ExitCodes.Conforming, merged.Value.Gate.Reason);
        merged.Value.Result.Cases.Should().OnlyContain(c => c.Case.Requirement.Gates);
        merged.Value.Result.Notes.Should().ContainMatch("* cases were selected by the profile 'core'.");
    }

    [Test]
    public async Task Parts_of_different_profiles_are_refused()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, Notes.Options with { Gate = new GateOptions { Profile = "core" } }, 1, 2);
        Take(folder, "2", name: "2");

        var merged = await MergeAsync(folder, 1, 2);

        merged.Refusal!.Message.Should().Contain("the profile was core and is none");
    }

    [Test]
    public async Task The_whole_is_gated_as_a_run_is()
    {
        using var folder = new TemporaryFolder();
        Take(folder, "lying-1", name: "1");
        Take(folder, "lying-2", name: "2");
        var waivers = folder.File("waivers.yaml");
        await File.WriteAllTextAsync(
            waivers,
            "waivers:\n  - { requirement: \"*\", reason: \"N-7\", owner: Ada, expires: 2099-01-31 }\n"
        );

        var waived = await MergeAsync(folder, new GateOptions { Waivers = waivers }, 1, 2);
        var covered = await MergeAsync(folder, new GateOptions { Waivers = waivers, LeastCoverage = 1 }, 1, 2);

        waived.Value!.Gate.ExitCode.Should().Be(ExitCodes.Conforming, waived.Value.Gate.Reason);
        waived.Value.Result.Notes.Should().ContainMatch("*are waived*");
        covered.Value!.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet, covered.Value.Gate.Reason);
    }

    [Test]
    public async Task The_parts_of_a_run_from_an_OpenAPI_document_are_joined_with_that_document()
    {
        using var folder = new TemporaryFolder();
        var document = folder.File("api.json");
        await CliRunner.RunAsync("export", "openapi", Notes.Path, "--out", document);
        foreach (var part in (int[])[1, 2])
        {
            string[] options = ["--shard", $"{part}/2", "--report", "none", "--out", folder.File($"{part}")];
            await CliRunner.RunAsync(["run", "--openapi", document, .. options]);
        }

        string[] merge = ["merge", folder.File("1"), folder.File("2"), "--report", "none", "--out", folder.File("all")];
        var without = await CliRunner.RunAsync(merge);
        var with = await CliRunner.RunAsync([.. merge, "--openapi", document]);

        without.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        without.Error.Should().Contain($"--openapi {document}");
        with.ExitCode.Should().Be(ExitCodes.Conforming, with.Out + with.Error);
    }

    private static SimulatedTarget FailingNowAndThen() => new(faults: ["fails-now-and-then"]);

    private static async Task RunAsync(
        TemporaryFolder folder,
        RunOptions options,
        int number,
        int of,
        IEmbeddedTarget? target = null,
        string? name = null
    )
    {
        var run = await ConformanceRun.RunAsync(
            options with
            {
                Shard = new Shard(number, of),
                RecordFolder = folder.File($"{name ?? $"{number}"}/record"),
            },
            new SequentialRunner(),
            new RunContext { EmbeddedTarget = target ?? new SimulatedTarget() },
            CancellationToken.None
        );
        run.Succeeded.Should().BeTrue(run.Refusal?.Message);
    }

    // The part of a run that was made once for all tests.
    private void Take(TemporaryFolder folder, string part, string name)
    {
        var target = folder.File($"{name}/record");
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(made.File($"{part}/record")))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private static Task<Attempt<MergedRun>> MergeAsync(TemporaryFolder folder, params int[] parts) =>
        MergeAsync(folder, null, new(), parts);

    private static Task<Attempt<MergedRun>> MergeAsync(TemporaryFolder folder, GateOptions gate, params int[] parts) =>
        MergeAsync(folder, null, gate, parts);

    private static Task<Attempt<MergedRun>> MergeAsync(
        TemporaryFolder folder,
        string? specification,
        GateOptions gate,
        params int[] parts
    ) =>
        RunMerge.RunAsync(
            new MergeOptions
            {
                Folders = [.. parts.Select(n => folder.File($"{n}"))],
                Specification = specification,
                Gate = gate,
                OutputFolder = folder.File("all"),
                Reports = "junit",
            },
            new RunContext(),
            CancellationToken.None
        );
}
