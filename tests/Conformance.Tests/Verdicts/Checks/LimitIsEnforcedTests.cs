using System.Globalization;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class LimitIsEnforcedTests : CheckTests
{
    private const int NotBefore = 5;
    private const int NotAfter = 8;

    protected override string Check => nameof(LimitIsEnforced);

    protected override IEnumerable<Scene> Holding =>
        [
            new("at the limit", Driven(5, left: 4, isRefused: true)),
            new("within the burst", Driven(7, left: 4, isRefused: true)),
            new("at the last moment", Driven(8, left: 4, isRefused: true)),
            new("refused until later than the answers before told", Refused(Driven(5, 4, false), window: 1)),
            new("after a failure that was not served", Refused(Driven(8, 4, false).Bare("drive", 500, []), 0)),
            new(
                "early in a second window, where no window is declared",
                Rolled(7, 3).Under(Sample.Limits with { Algorithm = null })
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("never", Driven(9, left: 4, isRefused: false)),
            new("too late", Driven(9, left: 4, isRefused: true)),
            new("too early, against its own header", Driven(3, left: 4, isRefused: true)),
            new("early, whatever its own header says", Driven(2, left: 1, isRefused: true)),
            new("never, without headers", Driven(9, left: null, isRefused: false)),
            new("too early in a second window", Rolled(7, 3)),
            new(
                "too late, with an end that was rounded",
                Ending(9, left: i => i < 4 ? 3 - i : 9, end: i => i < 4 ? 0 : 2)
            ),
            new(
                "too late, with an end that moves on with every answer",
                Ending(14, left: i => 13 - i, end: i => 10 * i).Under(Counting(null))
            ),
            new(
                "nothing but server errors",
                Enumerable.Range(0, 3).Aggregate(Case(), (r, _) => r.Bare("drive", 500, []))
            ),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("drive", 201, body, headers).Answering("drive", 429, body, headers);

    [Test]
    public void Too_early_is_said_without_headers_for_nobody_used_the_window_before() =>
        OutcomesOf(Driven(3, left: null, isRefused: true).Judge()).Should().Equal(CheckOutcome.Broken);

    [Test]
    public void Server_errors_in_the_place_of_the_refusal_are_no_refusal()
    {
        var recorded = Enumerable.Range(0, 3).Aggregate(Driven(5, 4, false), (r, _) => r.Bare("drive", 503, []));

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.Broken);
    }

    [Test]
    public void Two_server_errors_show_nothing() =>
        Case().Bare("drive", 503, []).Bare("drive", 503, []).Judge().Verdict.Should().NotBe(Verdict.Error);

    [TestCase("token_bucket", 10, CheckOutcome.Held)]
    [TestCase("token_bucket", 11, CheckOutcome.Broken)]
    [TestCase("sliding_window", 8, CheckOutcome.Held)]
    [TestCase("sliding_window", 9, CheckOutcome.Broken)]
    [TestCase(null, 13, CheckOutcome.Warned)]
    [TestCase(null, 14, CheckOutcome.Broken)]
    public void The_declared_algorithm_says_how_many_more_may_be_served(
        string? algorithm,
        int served,
        CheckOutcome o
    ) => OutcomesOf(Driven(served, left: null, isRefused: true).Under(Counting(algorithm)).Judge()).Should().Equal(o);

    [TestCase(10, CheckOutcome.NotJudged)]
    [TestCase(11, CheckOutcome.Broken)]
    public void A_bucket_that_never_refuses_may_have_been_refilled(int served, CheckOutcome outcome) =>
        OutcomesOf(Driven(served, left: null, isRefused: false).Under(Counting("token_bucket")).Judge())
            .Should()
            .Equal(outcome);

    [TestCase(10, CheckOutcome.Warned)]
    [TestCase(11, CheckOutcome.Broken)]
    public void Without_a_burst_an_undeclared_algorithm_grants_what_is_refilled(int served, CheckOutcome outcome)
    {
        var recorded = Driven(served, left: null, isRefused: true)
            .Expecting(new LimitIsEnforced(Sample.Must(), "drive", NotAfter, NotAfter));

        OutcomesOf(recorded.Under(Counting(null)).Judge()).Should().Equal(outcome);
    }

    [TestCase("token_bucket")]
    [TestCase("sliding_window")]
    public void Ends_that_move_do_not_divide_what_has_no_fixed_windows(string algorithm) =>
        OutcomesOf(Rolled(7, 7).Under(Counting(algorithm)).Judge()).Should().Equal(CheckOutcome.Broken);

    [Test]
    public void Requests_of_two_windows_are_not_added_up()
    {
        var recorded = Enumerable.Range(0, 8).Aggregate(Case(), (r, i) => Served(r, left: 9, window: i / 4));

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void A_refusal_in_a_second_window_is_counted_from_the_start_of_that_window()
    {
        var first = Enumerable.Range(0, 7).Aggregate(Case(), (r, i) => Served(r, left: Math.Max(0, 4 - i), window: 0));
        var second = Enumerable.Range(0, 5).Aggregate(first, (r, i) => Served(r, left: 4 - i, window: 1));

        OutcomesOf(Refused(second, window: 1).Judge()).Should().Equal(CheckOutcome.Held);
    }

    [Test]
    public void Requests_spread_over_more_than_a_window_show_nothing()
    {
        var recorded = Driven(9, left: null, isRefused: false)
            .ChangeLast(e => e with { SentAt = e.SentAt + TimeSpan.FromMinutes(2) });

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void Answers_that_were_recorded_after_the_refusal_count_as_well()
    {
        var recorded = Refused(Enumerable.Range(0, 4).Aggregate(Case(), (r, _) => Served(r, 4, 0)), 0);

        OutcomesOf(Served(recorded, 0, 0).Judge()).Should().Equal(CheckOutcome.Held);
    }

    [Test]
    public void Fewer_requests_than_the_bound_show_nothing() =>
        OutcomesOf(Driven(7, left: 4, isRefused: false).Judge()).Should().Equal(CheckOutcome.NotJudged);

    [TestCase(CheckOutcome.Observed, 4, 4)]
    [TestCase(CheckOutcome.Broken, 4, 3)]
    public void Requests_that_are_turned_down_are_held_to_the_limit_where_the_target_counts_them(
        CheckOutcome outcome,
        int left,
        int leftThen
    )
    {
        var recorded = Enumerable
            .Range(0, NotAfter + 1)
            .Aggregate(Case(), (r, i) => TurnedDown(r, i == 0 ? left : leftThen));

        OutcomesOf(MayLeaveUncounted(recorded).Judge()).Should().Equal(outcome);
    }

    [Test]
    public void A_limit_that_turned_down_requests_meet_too_early_is_broken_whether_they_count_or_not() =>
        OutcomesOf(MayLeaveUncounted(Refused(TurnedDown(Case(), 4), 0)).Judge()).Should().Equal(CheckOutcome.Broken);

    private static Recorded MayLeaveUncounted(Recorded recorded) =>
        recorded.Expecting(
            new LimitIsEnforced(Sample.Must(), "drive", NotBefore, NotAfter) { MayLeaveUncounted = true }
        );

    private static Recorded TurnedDown(Recorded recorded, int left) =>
        recorded.Answering(
            "drive",
            409,
            Sample.Error("CONFLICT"),
            ("X-RateLimit-Remaining", left.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Reset", Reset(0))
        );

    private static Recorded Case() =>
        (new Recorded { Kind = ScenarioKind.RateLimit })
            .UntilLimited("drive", NotAfter)
            .Expecting(new LimitIsEnforced(Sample.Must(), "drive", NotBefore, NotAfter));

    private static Recorded Driven(int served, int? left, bool isRefused)
    {
        var recorded = Enumerable
            .Range(0, served)
            .Aggregate(Case(), (r, i) => Served(r, left is { } l ? Math.Max(0, l - i) : null, 0));
        return isRefused ? Refused(recorded, 0, left is not null) : recorded;
    }

    private static RateLimits Counting(string? algorithm) =>
        Sample.Limits with
        {
            Algorithm = algorithm is null ? null : Sample.At(algorithm, 67),
        };

    private static Recorded Rolled(int first, int second)
    {
        var before = Enumerable.Range(0, first).Aggregate(Case(), (r, i) => Served(r, Math.Max(0, 4 - i), 0));
        return Refused(Enumerable.Range(0, second).Aggregate(before, (r, i) => Served(r, 9 - i, 1)), 1);
    }

    private static Recorded Ending(int served, Func<int, int> left, Func<int, int> end)
    {
        var recorded = Enumerable.Range(0, served).Aggregate(Case(), (r, i) => Served(r, left(i), end(i) / 60.0));
        return Refused(recorded, end(served - 1) / 60.0);
    }

    private static Recorded Served(Recorded recorded, int? left, double window) =>
        left is { } remaining
            ? recorded.Answering(
                "drive",
                201,
                Sample.Order,
                ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
                ("X-RateLimit-Reset", Reset(window))
            )
            : recorded.Bare("drive", 201, [], ("Content-Type", "application/json"));

    private static Recorded Refused(Recorded recorded, double window, bool hasHeaders = true) =>
        hasHeaders
            ? recorded.Answering(
                "drive",
                429,
                Sample.Error("RATE_LIMIT_EXCEEDED"),
                ("X-RateLimit-Reset", Reset(window))
            )
            : recorded.Bare("drive", 429, []);

    private static string Reset(double window) =>
        (1768473060 + Math.Round(60 * window)).ToString(CultureInfo.InvariantCulture);
}
