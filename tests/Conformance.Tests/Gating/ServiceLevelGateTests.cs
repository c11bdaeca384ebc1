using Conformance.Gating;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

/// <summary>What is told of declared response times, and when they are decided.</summary>
internal sealed class ServiceLevelGateTests
{
    [Test]
    public void A_percentile_is_kept_when_its_upper_bound_is()
    {
        var level = Measure("<200ms", Enumerable.Range(1, 100));

        level.Standing.Should().Be(ServiceLevelStanding.Kept);
        level
            .Sentence.Should()
            .Be(
                "Response time p95 is kept: 95 % of 99 answers came within 96 ms (with 95 % confidence from 91 ms to 99 ms); declared: under 200 ms. 1 answers of the warm-up or of maintenance do not count."
            );
    }

    [Test]
    public void A_percentile_is_broken_when_its_lower_bound_is() =>
        Measure("<50ms", Enumerable.Range(1, 100)).Standing.Should().Be(ServiceLevelStanding.Broken);

    [Test]
    public void Between_the_bounds_nothing_is_decided() =>
        Measure("<97ms", Enumerable.Range(1, 100)).Standing.Should().Be(ServiceLevelStanding.Undecided);

    [Test]
    public void Too_few_answers_decide_nothing_however_fast_and_the_number_is_told()
    {
        var level = Measure("<200ms", Enumerable.Repeat(1, 40));

        level.Standing.Should().Be(ServiceLevelStanding.Undecided);
        level.Sentence.Should().Contain("too few for a statement with 95 % confidence, which takes 59");
    }

    [Test]
    public void The_first_answer_of_an_operation_does_not_count() =>
        Measure("<200ms", [5000, .. Enumerable.Repeat(1, 80)])
            .Sentence.Should()
            .Contain("95 % of 80 answers")
            .And.Contain("1 answers of the warm-up");

    [Test]
    public void What_is_sent_during_maintenance_does_not_count()
    {
        var environment = Declaring("<200ms", "    maintenance_window: \"Thursdays 10:00-11:00 UTC\"\n");

        ServiceLevelGate.Of(environment, Answered(Enumerable.Range(1, 100))).Should().BeEmpty();
    }

    [Test]
    public void Nothing_is_told_where_nothing_is_declared_or_answered()
    {
        ServiceLevelGate.Of(null, Answered([10, 10])).Should().BeEmpty();
        ServiceLevelGate.Of(Declaring("<200ms"), []).Should().BeEmpty();
    }

    private static MeasuredServiceLevel Measure(string limit, IEnumerable<int> milliseconds) =>
        ServiceLevelGate.Of(Declaring(limit), Answered(milliseconds)).Single();

    private static TargetEnvironment Declaring(string time, string more = "") =>
        SpecificationLoader
            .LoadText(
                "spec.yaml",
                File.ReadAllText(Notes.Path) + $"    sla: {{ response_time_p95: \"{time}\" }}\n{more}"
            )
            .Specification!.FindEnvironment("production")!;

    // SampleRun.Start is a Thursday, half past ten.
    private static IEnumerable<CaseResult> Answered(IEnumerable<int> milliseconds)
    {
        var sample = SampleRun.Failed;
        var exchange = sample.Record!.Exchanges.First(e => e.Response is not null);
        return
        [
            sample with
            {
                Record = sample.Record with
                {
                    Exchanges =
                    [
                        .. milliseconds.Select(
                            (m, i) =>
                                exchange with
                                {
                                    SentAt = SampleRun.Start.AddMilliseconds(i),
                                    Duration = TimeSpan.FromMilliseconds(m),
                                }
                        ),
                    ],
                },
            },
        ];
    }
}
