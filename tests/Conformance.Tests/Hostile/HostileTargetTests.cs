using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Hostile;

/// <summary>
/// A target may send anything, in any way and as long as it likes: the case that meets it comes to one clear verdict in
/// time, every report is written and says nothing on the target's behalf, and the cases between are judged as ever.
/// </summary>
[Parallelizable(ParallelScope.Self | ParallelScope.Children)]
public sealed class HostileTargetTests
{
    // Work on ten megabytes, on a busy machine.
    private static readonly TimeSpan Longest = HostileRun.RequestTimeout * 4 + TimeSpan.FromSeconds(5);

    private readonly Lazy<Task<HostileRun>>[] runs =
    [
        .. HostileWays.Groups.Select(g => new Lazy<Task<HostileRun>>(() => HostileRun.AgainstAsync(g))),
    ];

    private static IEnumerable<TestCaseData> Ways =>
        HostileWays.Groups.SelectMany(
            (g, group) => g.Select((w, way) => new TestCaseData(group, way).SetArgDisplayNames(w.Name))
        );

    private static IEnumerable<int> Groups => Enumerable.Range(0, HostileWays.Groups.Count);

    [OneTimeSetUp]
    public void BeginTheSlow() => _ = runs[^1].Value;

    [Test]
    public void There_are_more_than_60_ways_and_no_two_have_one_name() =>
        HostileWays
            .Groups.SelectMany(g => g)
            .Select(w => w.Name)
            .Should()
            .OnlyHaveUniqueItems()
            .And.HaveCountGreaterThan(60);

    [TestCaseSource(nameof(Ways))]
    public async Task It_comes_to_one_clear_verdict_in_time(int group, int number)
    {
        var way = HostileWays.Groups[group][number];
        var run = await runs[group].Value;

        var met = run.Met(number);

        Told(met)
            .Should()
            .StartWith($"{way.Verdict}: ")
            .And.Subject.Contains(way.Says, StringComparison.Ordinal)
            .Should()
            .BeTrue(Told(met));
        met.Record!.Duration.Should().BeLessThan(Longest);
        if (way.NeverAsked is { } never)
        {
            run.Heads.Where(h => h.Contains(never, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        }
    }

    [TestCaseSource(nameof(Groups))]
    public async Task The_run_goes_on_and_what_it_writes_is_its_own(int group)
    {
        var run = await runs[group].Value;

        run.Calm.Where(c => c.Verdict is not Verdict.Passed).Select(Told).Should().BeEmpty();
        run.Completed.Result.Cases.Where(c => c.Verdict is Verdict.Error).Select(Told).Should().BeEmpty();
        run.Completed.Reports.Problems.Select(p => p.ToString()).Should().BeEmpty();
        run.Written.Should().BeEmpty();
    }

    private static string Told(CaseResult result) =>
        $"{result.Verdict}: {result.Reason} "
        + string.Join(
            " | ",
            result.Checks.Where(c => c.Finding is not null).Select(c => $"{c.Finding!.Where}: {c.Finding.Actual}")
        );
}
