using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>What is told of declared response times.</summary>
public sealed class ResponseTimesTests
{
    [Test]
    public void The_percentile_that_is_declared_is_told_beside_what_is_declared()
    {
        var note = Conformance.ResponseTimes.Of(Declaring("<200ms"), Answered(Enumerable.Range(1, 100))).Single();

        note.Should().Be("95 % of 100 answers came within 95 ms (declared: under 200 ms).");
    }

    [Test]
    public void A_slow_target_is_told_so_and_not_failed()
    {
        var note = Conformance.ResponseTimes.Of(Declaring("<200ms"), Answered([10, 250])).Single();

        note.Should().StartWith("95 % of 2 answers came within 250 ms (declared: under 200 ms; that is slower");
    }

    [Test]
    public void Nothing_is_told_where_nothing_is_declared_or_answered()
    {
        Conformance.ResponseTimes.Of(null, Answered([10])).Should().BeEmpty();
        Conformance.ResponseTimes.Of(Declaring("<200ms"), []).Should().BeEmpty();
    }

    private static TargetEnvironment Declaring(string time) =>
        SpecificationLoader
            .LoadText("spec.yaml", File.ReadAllText(Notes.Path) + $"    sla: {{ response_time_p95: \"{time}\" }}\n")
            .Specification!.FindEnvironment("production")!;

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
                        .. milliseconds.Select(m => exchange with { Duration = TimeSpan.FromMilliseconds(m) }),
                    ],
                },
            },
        ];
    }
}
