using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Sharding;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>A run is cut into parts that are the same wherever it is cut.</summary>
public sealed class ShardTests
{
    private static readonly ImmutableDictionary<string, string> NoVariables = ImmutableDictionary<string, string>.Empty;
    private static readonly Lazy<ImmutableArray<ContractCase>> Cases = new(() =>
        Notes.Plan(new RunOptions { Specification = RepositoryFiles.Spec("orders.yaml") }).Cases
    );

    [TestCase("2/4", 2, 4)]
    [TestCase("1/1", 1, 1)]
    public void A_part_is_named_by_its_number_and_how_many_there_are(string text, int number, int of) =>
        Shard.Parse(text, NoVariables).Value.Should().Be(new Shard(number, of));

    [TestCase("CI_NODE_INDEX", "1", "CI_NODE_TOTAL", 1)]
    [TestCase("CIRCLE_NODE_INDEX", "0", "CIRCLE_NODE_TOTAL", 1)]
    [TestCase("BUILDKITE_PARALLEL_JOB", "3", "BUILDKITE_PARALLEL_JOB_COUNT", 4)]
    [TestCase("SYSTEM_JOBPOSITIONINPHASE", "2", "SYSTEM_TOTALJOBSINPHASE", 2)]
    [TestCase("SEMAPHORE_JOB_INDEX", "4", "SEMAPHORE_JOB_COUNT", 4)]
    [TestCase("BITBUCKET_PARALLEL_STEP", "1", "BITBUCKET_PARALLEL_STEP_COUNT", 2)]
    public void Auto_reads_what_the_build_server_says(string index, string value, string total, int number) =>
        Shard.Parse("auto", NoVariables.Add(index, value).Add(total, "4")).Value.Should().Be(new Shard(number, 4));

    [Test]
    public void An_indexed_job_of_Kubernetes_is_told_how_many_there_are()
    {
        var variables = NoVariables.Add("JOB_COMPLETION_INDEX", "2");

        Shard.Parse("auto/4", variables).Value.Should().Be(new Shard(3, 4));
        Shard.Parse("auto", variables).Refusal!.Fix.Should().Be("Say how many: --shard auto/4.");
    }

    [TestCase("0/4", "'0/4' names part 0 of 4")]
    [TestCase("5/4", "'5/4' names part 5 of 4")]
    [TestCase("2", "'2' names no part of a run.")]
    [TestCase("a/b", "'a/b' names no part of a run.")]
    [TestCase("auto", "this is none of the parallel jobs")]
    public void What_names_no_part_is_told(string text, string message) =>
        Shard.Parse(text, NoVariables).Refusal!.Message.Should().Contain(message);

    [TestCase(true)]
    [TestCase(false)]
    public void Every_case_is_in_one_part(bool ownTargets)
    {
        var parts = Parts(4, ownTargets);

        parts
            .SelectMany(p => p)
            .Where(c => c.OverRun is null)
            .Select(c => c.Id)
            .Should()
            .BeEquivalentTo(Cases.Value.Where(c => c.OverRun is null).Select(c => c.Id));
    }

    [Test]
    public void Cases_about_the_whole_run_look_at_every_part() =>
        Parts(4, ownTargets: true)
            .Should()
            .OnlyContain(p => p.Count(c => c.OverRun != null) == Cases.Value.Count(c => c.OverRun != null));

    [Test]
    public void At_a_target_that_is_shared_one_part_has_all_that_must_run_alone_and_nothing_else()
    {
        var parts = Parts(3, ownTargets: false);

        parts[2].Should().OnlyContain(c => c.Isolation != CaseIsolation.Parallel || c.WaitsForAttempts);
        parts[0]
            .Concat(parts[1])
            .Where(c => c.OverRun is null)
            .Should()
            .OnlyContain(c => c.Isolation == CaseIsolation.Parallel);
    }

    [Test]
    public void What_uses_up_one_window_is_in_one_part() =>
        Parts(4, ownTargets: true)
            .SelectMany((p, i) => p.Select(c => (Case: c, Part: i)))
            .Where(c => c.Case.Isolation is CaseIsolation.ExhaustsLimit)
            .GroupBy(c => c.Case.Endpoint is { RateLimits: [var limit, ..] } ? limit.Location.ToString() : "default")
            .Should()
            .OnlyContain(g => g.Select(c => c.Part).Distinct().Count() == 1);

    [Test]
    public void Parts_take_about_as_long_as_each_other_by_the_durations_of_an_earlier_run()
    {
        var random = new Random(7);
        var durations = Cases.Value.ToDictionary(c => c.Id, _ => TimeSpan.FromMilliseconds(random.Next(10, 400)));
        var plan = new ShardPlan(durations, ownTargets: true);

        var times = Enumerable
            .Range(1, 4)
            .Select(n => plan.Of(Cases.Value, new Shard(n, 4)).Where(c => c.OverRun is null))
            .Select(p => p.Sum(c => durations[c.Id].TotalSeconds / (c.Isolation is CaseIsolation.Parallel ? 4 : 1)))
            .ToArray();

        times.Max().Should().BeLessThan(times.Min() * 1.2);
    }

    private static ImmutableArray<ContractCase>[] Parts(int count, bool ownTargets)
    {
        var plan = new ShardPlan(ImmutableDictionary<string, TimeSpan>.Empty, ownTargets);
        return [.. Enumerable.Range(1, count).Select(n => plan.Of(Cases.Value, new Shard(n, count)))];
    }
}
