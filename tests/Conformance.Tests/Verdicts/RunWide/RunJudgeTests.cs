using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.Tests.Verdicts.Given.WholeRun;

namespace Conformance.Tests.Verdicts.RunWide;

/// <summary>What many cases recorded, and what it says of the run.</summary>
internal sealed class RunJudgeTests
{
    [Test]
    public void One_limit_on_every_response_holds() =>
        Judge(new LimitIsConstant(Sample.Must()), Told(0, 100, 9, 60), Told(1, 100, 8, 60))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void Another_limit_on_an_error_is_found_and_named()
    {
        var result = Judge(
            new LimitIsConstant(Sample.Must()),
            Told(0, 100, 9, 60),
            Told(1, 100, 8, 60),
            Told(2, 50, 7, 60, status: 400)
        );

        result.Verdict.Should().Be(Verdict.Failed);
        var finding = result.Failures.Single().Finding!;
        finding.Where.Should().Be("POST /orders, header X-RateLimit-Limit");
        finding.Expected.Should().StartWith("100, as 2 responses say");
        finding.Actual.Should().Be("50, as 1 response says, first with status 400 in case-2");
        result.Repeat.Should().StartWith("curl");
    }

    [Test]
    public void Limits_of_several_published_windows_may_take_turns() =>
        Judge(new LimitIsConstant(Sample.Must()), Told(0, 100, 9, 60), Told(1, 10_000, 8, 60))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void Remaining_that_falls_holds() =>
        Judge(new RemainingNeverRises(Sample.Must()), Told(0, 100, 9, 60), Told(1, 100, 8, 60))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void Remaining_that_rises_in_another_case_of_the_window_is_found()
    {
        var result = Judge(
            new RemainingNeverRises(Sample.Must()),
            Told(2, 100, 9, 60),
            Told(0, 100, 9, 60),
            Told(1, 100, 7, 60)
        );

        result.Verdict.Should().Be(Verdict.Failed);
        result.Failures.Single().Finding!.Actual.Should().Be("9 with status 201, in case-2");
    }

    [TestCase(true, 60, TestName = "Remaining_after_a_change_of_the_targets_state_is_not_compared")]
    [TestCase(false, 120, TestName = "Remaining_of_the_next_window_is_not_compared")]
    public void Remaining_that_cannot_be_compared(bool isControlled, int laterReset)
    {
        var between = isControlled ? Control(1.5) : Told(1.5, 100, 6, 60);
        Judge(new RemainingNeverRises(Sample.Must()), Told(1, 100, 7, 60), between, Told(2, 100, 99, laterReset))
            .Verdict.Should()
            .NotBe(Verdict.Failed);
    }

    [Test]
    public void Requests_that_overlap_in_time_are_not_compared() =>
        Judge(new RemainingNeverRises(Sample.Must()), Told(0, 100, 7, 60), Told(0.01, 100, 8, 60))
            .Verdict.Should()
            .Be(Verdict.Skipped);

    [Test]
    public void Other_credentials_are_other_counters() =>
        Judge(new RemainingNeverRises(Sample.Must()), Told(0, 100, 7, 60), Told(1, 100, 9, 60, credential: "other"))
            .Verdict.Should()
            .NotBe(Verdict.Failed);

    [TestCase(60, 60)]
    [TestCase(60, 61, Description = "rounded the other way")]
    [TestCase(60, 120, Description = "the next window")]
    [TestCase(60, 125, Description = "a window that began with a request")]
    public void An_end_that_stands_still_holds(int first, int second) =>
        Judge(new ResetStandsStill(Sample.Must()), Told(0, 100, 9, first), Told(1, 100, 8, second))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void An_end_that_moves_with_every_request_is_found()
    {
        var result = Judge(new ResetStandsStill(Sample.Must()), Told(0, 100, 9, 60), Told(7, 100, 8, 67));

        result.Verdict.Should().Be(Verdict.Failed);
        result.Failures.Single().Finding!.Actual.Should().Contain("+7 s, in case-7, 7.0 s later");
    }

    [Test]
    public void Request_ids_of_their_own_hold() =>
        Judge(new RequestIdsAreUnique(Sample.Must()), Failing(0, "a"), Failing(1, "b"))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void A_request_id_that_comes_twice_is_found()
    {
        var result = Judge(
            new RequestIdsAreUnique(Sample.Must()),
            Failing(0, "a"),
            Failing(1, "b"),
            Failing(2, "a"),
            Failing(3, "a")
        );

        result.Verdict.Should().Be(Verdict.Failed);
        result.Failures.Single().Finding!.Actual.Should().Be("\"a\" in 3 errors: first in case-0, again in case-2");
    }

    [TestCase("8b3c5c1e-6df8-4f0e-9d27-5a0b7c3c2f10", Description = "the client's own")]
    [TestCase("not-a-uuid", Description = "a malformed one")]
    public void A_request_id_that_the_client_sent_may_come_back_as_often(string sent) =>
        Judge(new RequestIdsAreUnique(Sample.Must()), Failing(0, sent, sent), Failing(1, sent, sent))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void Created_resources_with_one_identifier_are_found_unless_the_store_was_changed_between()
    {
        var expectation = new IdentifiersAreUnique(Sample.Must());

        Judge(expectation, Created(0, "ORD-1"), Created(1, "ORD-2")).Verdict.Should().Be(Verdict.Passed);
        Judge(expectation, Created(0, "ORD-1"), Created(1, "ORD-1")).Verdict.Should().Be(Verdict.Failed);
        Judge(expectation, Created(0, "ORD-1"), Created(1, "ORD-1", key: "k")).Verdict.Should().Be(Verdict.Failed);
        Judge(expectation, Created(0, "ORD-1", key: "k"), Created(1, "ORD-1", key: "k"))
            .Verdict.Should()
            .Be(Verdict.Passed);
        Judge(expectation, Created(0, "ORD-1"), Control(0.5), Created(1, "ORD-1")).Verdict.Should().Be(Verdict.Passed);
    }

    [Test]
    public void Errors_long_apart_that_tell_the_same_time_are_found_where_the_clock_was_moved_between()
    {
        var expectation = new ErrorTimestampsMoveOn(Sample.Must());

        Judge(expectation, Stamped(0, "10:30:00"), Stamped(9, "10:30:00", moved: 60))
            .Verdict.Should()
            .Be(Verdict.Failed);
        Judge(expectation, Stamped(0, "10:30:00"), Stamped(9, "10:31:09", moved: 60))
            .Verdict.Should()
            .Be(Verdict.Passed);
        Judge(expectation, Stamped(0, "10:30:00"), Stamped(1, "10:30:00", moved: 60))
            .Verdict.Should()
            .Be(Verdict.Passed);
    }

    [Test]
    public void A_clock_of_the_target_that_was_not_moved_may_stand_still() =>
        Judge(new ErrorTimestampsMoveOn(Sample.Must()), Stamped(0, "10:30:00"), Stamped(9, "10:30:00"))
            .Verdict.Should()
            .Be(Verdict.Passed);

    [Test]
    public void Connections_that_break_off_again_and_again_between_answers_are_found()
    {
        var result = Judge(
            new AnswersArriveWhole(Sample.Must()),
            Cut(0),
            Failing(1, "r-1"),
            Cut(2),
            Failing(3, "r-2"),
            Cut(4)
        );

        result.Verdict.Should().Be(Verdict.Failed);
        var finding = result.Failures.Single().Finding!;
        finding.Where.Should().Be("POST /orders, connection");
        finding.Actual.Should().Contain("in case-0; again in 2 other requests, while others were answered in between");
        result.Repeat.Should().Contain("curl -X POST");
    }

    [Test]
    public void One_restart_is_no_habit()
    {
        var expectation = new AnswersArriveWhole(Sample.Must());

        Judge(expectation, Failing(0, "r-1"), Cut(1), Cut(1.1), Cut(1.2), Cut(1.3), Failing(2, "r-2"))
            .Verdict.Should()
            .Be(Verdict.Passed);
        Judge(expectation, Cut(1), Failing(2, "r-1"), Cut(3), Failing(4, "r-2")).Verdict.Should().Be(Verdict.Passed);
    }

    [Test]
    public void Timeouts_and_large_requests_say_nothing_of_answers()
    {
        var expectation = new AnswersArriveWhole(Sample.Must());
        CaseRecord[] Between(Func<double, CaseRecord> failing) =>
            [failing(0), Failing(1, "r-1"), failing(2), Failing(3, "r-2"), failing(4)];

        Judge(expectation, Between(s => Cut(s, TransportFailureKind.Timeout))).Verdict.Should().Be(Verdict.Passed);
        Judge(expectation, Between(s => Cut(s, size: 100_000))).Verdict.Should().Be(Verdict.Passed);
    }

    [Test]
    public void A_sentence_that_nothing_was_seen_of_is_skipped_with_its_reason()
    {
        var result = Judge(new RequestIdsAreUnique(Sample.Must()), Created(0, "ORD-1"));

        result.Verdict.Should().Be(Verdict.Skipped);
        result.Reason.Should().Be("The run shows 0 of them; needed are several errors with request ids.");
    }
}
