using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.Tests.Verdicts.Given.WholeRun;

namespace Conformance.Tests.Verdicts.RunWide;

/// <summary>Where the sentences about a run begin and end: records in any order, what counts, and what is left out.</summary>
internal sealed class RunInvariantsTests
{
    [Test]
    public void Identifiers_are_compared_by_when_they_were_made_not_by_when_they_were_recorded() =>
        Judge(new IdentifiersAreUnique(Sample.Must()), Created(1, "ORD-1"), Control(0.5), Created(0, "ORD-1"))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void One_repetition_among_many_identifiers_is_found_and_numbers_are_identifiers_too()
    {
        var expectation = new IdentifiersAreUnique(Sample.Must());

        Judge(expectation, Created(0, "ORD-1"), Created(1, "ORD-2"), Created(2, "ORD-1"))
            .Failures.Single()
            .Finding!.Actual.Should()
            .Contain("\"ORD-1\"")
            .And.Contain("case-0")
            .And.Contain("case-2");
        Judge(expectation, Numbered(0, 7), Numbered(1, 7)).Verdict.Should().Be(Verdict.Failed);
        Judge(expectation, Numbered(0, 7), Numbered(1, 8)).Verdict.Should().Be(Verdict.Passed);
        Judge(expectation, Created(0, "ORD-1")).Verdict.Should().Be(Verdict.Skipped);
    }

    [TestCase("order", Verdict.Skipped)]
    [TestCase("parcel", Verdict.Failed)]
    public void Identifiers_of_what_can_be_deleted_may_be_given_again(string deletable, Verdict verdict)
    {
        var delete = Sample.GetOrder with
        {
            Resource = Keyed.Resource! with { Type = Sample.At(deletable), Action = ResourceAction.Delete },
        };
        var specification = Sample.Specification with { Endpoints = [Keyed, delete] };

        Judge(specification, new IdentifiersAreUnique(Sample.Must()), Created(0, "ORD-1"), Created(1, "ORD-1"))
            .Verdict.Should()
            .Be(verdict);
    }

    [Test]
    public void Times_of_errors_are_compared_whatever_the_order_they_were_recorded_in()
    {
        var expectation = new ErrorTimestampsMoveOn(Sample.Must());
        CaseRecord first = Stamped(0, "10:30:00"),
            middle = Stamped(4, "10:30:00"),
            last = Stamped(9, "10:30:00", moved: 60);

        Judge(expectation, last, first).Verdict.Should().Be(Verdict.Failed);
        Judge(expectation, first, last, middle).Verdict.Should().Be(Verdict.Failed);
        Judge(expectation, first, middle).Verdict.Should().Be(Verdict.Passed);
        Judge(expectation, last).Verdict.Should().Be(Verdict.Skipped);
    }

    [Test]
    public void A_clock_that_was_moved_before_both_errors_may_stand_still_between_them() =>
        Judge(
            new ErrorTimestampsMoveOn(Sample.Must()),
            Stamped(0, "10:30:00", moved: 60),
            Stamped(9, "10:30:00", moved: 60)
        )
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void A_run_without_answers_says_nothing_of_connections() =>
        Judge(new AnswersArriveWhole(Sample.Must())).Verdict.Should().Be(Verdict.Skipped);

    [Test]
    public void Every_operation_that_breaks_off_is_named_with_its_own_line()
    {
        var result = Judge(
            new AnswersArriveWhole(Sample.Must()),
            [
                .. Enumerable
                    .Range(0, 3)
                    .SelectMany(i =>
                        new[]
                        {
                            Failing(i + 0.6, $"r-{i}"),
                            Cut(i + 0.1, endpoint: Sample.GetOrder),
                            Cut(i, size: 64 * 1024),
                        }
                    )
                    .Reverse(),
            ]
        );

        result
            .Failures.Select(f => f.Finding!.Where)
            .Should()
            .Equal("GET /orders/{order_id}, connection", "POST /orders, connection");
        result
            .Failures.Select(f => f.Finding!.Expected)
            .Should()
            .SatisfyRespectively(
                one => one.Should().EndWith("(specs/sample.yaml:31)"),
                other => other.Should().EndWith("(specs/sample.yaml:10)")
            );
    }

    [Test]
    public void The_rarer_of_two_limits_that_nobody_published_is_the_odd_one() =>
        Judge(new LimitIsConstant(Sample.Must()), Told(0, 50, 9, 60), Told(1, 40, 8, 60), Told(2, 40, 7, 60))
            .Failures.Single()
            .Finding!.Actual.Should()
            .StartWith("50");

    [Test]
    public void Only_what_is_not_published_is_odd_beside_several_published_limits() =>
        Judge(new LimitIsConstant(Sample.Must()), Told(0, 100, 9, 60), Told(1, 10_000, 8, 60), Told(2, 50, 7, 60))
            .Failures.Single()
            .Finding!.Actual.Should()
            .StartWith("50");

    [Test]
    public void A_limit_told_once_and_one_told_by_a_broken_server_show_nothing()
    {
        var expectation = new LimitIsConstant(Sample.Must());

        Judge(expectation, Told(0, 100, 9, 60)).Verdict.Should().Be(Verdict.Skipped);
        Judge(expectation, Told(0, 100, 9, 60), Told(1, 50, 9, 60, status: 500)).Verdict.Should().Be(Verdict.Skipped);
        Judge(expectation, Told(0, 100, 9, 60), Told(1, 100, 8, 60), Elsewhere(Told(2, 100, 8, 60)))
            .Verdict.Should()
            .Be(Verdict.Passed);
    }

    [Test]
    public void What_a_broken_server_says_is_left_is_not_compared() =>
        Judge(new RemainingNeverRises(Sample.Must()), Told(0, 100, 7, 60), Told(1, 100, 9, 60, status: 500))
            .Verdict.Should()
            .NotBe(Verdict.Failed);

    private static CaseRecord Numbered(int second, int id)
    {
        var record = Created(second, "ORD-1");
        var body = System.Text.Encoding.UTF8.GetBytes(Sample.Order.Replace("\"ORD-1\"", $"{id}"));
        return record with
        {
            Exchanges = [record.Exchanges[0] with { Response = record.Exchanges[0].Response! with { Body = body } }],
        };
    }

    private static CaseRecord Elsewhere(CaseRecord record) =>
        record with
        {
            Exchanges =
            [
                record.Exchanges[0] with
                {
                    Endpoint = Sample.GetOrder,
                    Request = record.Exchanges[0].Request with { Method = "GET" },
                },
            ],
        };
}
