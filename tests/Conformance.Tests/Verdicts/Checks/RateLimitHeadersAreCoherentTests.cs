using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class RateLimitHeadersAreCoherentTests : CheckTests
{
    // The recordings start at 2026-01-15T10:30:00Z; this is half a minute later.
    private const long Reset = 1768473030;

    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(Reset - 30);

    protected override string Check => nameof(RateLimitHeadersAreCoherent);

    protected override IEnumerable<Scene> Holding =>
        [
            new("counting down", Told((100, 9, Reset), (100, 8, Reset), (100, 7, Reset))),
            new("a new window", Told((100, 1, Reset), (100, 99, Reset + 30))),
            new("not counting at all", Told((100, 9, Reset), (100, 9, Reset))),
            new("seconds to wait, where nothing says that it is a moment", Told((100, 9, 30), (100, 8, 29))),
            new("nothing used up yet", Told((100, 100, Reset), (100, 99, Reset))),
            new(
                "more than the limit, as the burst allows",
                Told((100, 150, Reset), (100, 149, Reset)).Under(Sample.Limits with { Burst = Burst })
            ),
            new("an end that was rounded the other way", Told((100, 9, Reset), (100, 8, Reset + 2))),
            new("an end that the clock has just passed", Told((100, 9, Reset - 33), (100, 8, Reset - 33))),
            new("an end that cannot be read", Told((100, 9, Reset), (100, 8, -1))),
            new("the next window, with less left", Over((0, 9, 30), (40, 5, 90))),
            new("the next window, begun a moment early", Over((0, 9, 30), (29, 8, 89))),
            new("the next window, by a clock that is ahead of ours", Over(20, (0, 9, 30), (15, 8, 90))),
            new("two operations that count apart", Elsewhere(Told((100, 5, Reset), (100, 6, Reset)))),
            new("no published limit", Unlimited(Told((100, 5, Reset), (100, 4, Reset)))),
            new("requests of others in between", Told((100, 9, Reset), (100, 8, Reset), (100, 5, Reset))),
            new("one less for each request", Alone((0, 9, 30), (1, 8, 30), (2, 7, 30), (3, 6, 30))),
            new("requests of others between two steps", Alone((0, 9, 30), (1, 5, 30), (2, 4, 30))),
            new("nothing left to take", Alone((0, 2, 30), (1, 0, 30), (2, 0, 30))),
            new("less left in the window after", Alone((0, 9, 30), (1, 8, 30), (32, 5, 90))),
            new(
                "a refusal that takes nothing",
                Alone((0, 9, 30), (1, 8, 30), (2, 8, 30))
                    .ChangeLast(e => e with { Response = e.Response! with { Status = 400 } })
            ),
            new(
                "two at once, and one after them",
                Alone((0, 9, 30), (1, 8, 30), (2, 6, 30), (2.01, 7, 30), (3, 5, 30))
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("rising in a window", Told((100, 5, Reset), (100, 6, Reset))),
            new("another limit in one window", Told((100, 5, Reset), (200, 4, Reset))),
            new("more left than the limit", Told((100, 500, Reset), (100, 4, Reset))),
            new("milliseconds", Told((100, 5, Reset * 1000), (100, 4, Reset * 1000))),
            new("the past", Told((100, 5, 1704067200), (100, 4, 1704067200))),
            new("further away than any window", Told((100, 5, Reset + 200_000), (100, 4, Reset + 200_000))),
            new("further away than its own window", Told((100, 5, Reset + 36), (100, 4, Reset + 36))),
            new("more left than the burst allows", Told((100, 151, Reset), (100, 4, Reset))),
            new("rising in a window told in seconds", Seconds((0, 5, 30), (10, 6, 20))),
            new("rising directly after the answer", Over((0, 5, 30), (0.05, 6, 30))),
            new("an end that moves in an open window", Over((0, 9, 60), (10, 8, 70))),
            new("an end that moves while nothing is counted", Over((0, 9, 30), (10, 9, 40))),
            new("two less for one request", Alone((0, 9, 30), (1, 8, 30), (2, 6, 30), (3, 5, 30))),
            new("two less for the last request", Alone((0, 9, 30), (1, 8, 30), (2, 7, 30), (3, 5, 30))),
            new("nothing less for a request", Alone((0, 9, 30), (1, 8, 30), (2, 8, 30))),
            new("two less for the second of two requests", WithoutFirst(Alone((0, 9, 30), (1, 8, 30), (2, 6, 30)))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Bare("create", 201, body, headers).Bare("again", 201, body, headers);

    protected override bool MayHoldForHostileAnswers => true;

    [Test]
    public void Without_a_declared_fixed_window_nothing_must_fall()
    {
        var recorded = Told((100, 5, Reset), (100, 6, Reset));
        var limits = Sample.Limits with { Algorithm = null };
        var context = recorded.Context with { Specification = Sample.Specification with { RateLimits = limits } };

        OutcomesOf((recorded with { Context = context }).Judge()).Should().Equal(CheckOutcome.Held);
    }

    [Test]
    public void Without_a_declared_fixed_window_a_request_may_take_more_than_one() =>
        OutcomesOf(Alone((0, 9, 30), (1, 8, 30), (2, 6, 30)).Under(Sample.Limits with { Algorithm = null }).Judge())
            .Should()
            .Equal(CheckOutcome.Held);

    [Test]
    public void Answers_to_requests_that_overlapped_may_count_in_any_order()
    {
        var recorded = Told((100, 5, Reset), (100, 6, Reset))
            .ChangeLast(e => e with { SentAt = e.SentAt.AddMilliseconds(-90) });

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.Held);
    }

    [Test]
    public void A_clock_that_was_moved_on_purpose_is_not_compared_with_ours()
    {
        var recorded = Told((100, 5, Reset + 900_000), (100, 4, Reset + 900_000));
        var moved = Sample.Sandbox with { TestClockUrl = Sample.At("/clock") };

        OutcomesOf((recorded with { Context = recorded.Context with { Environment = moved } }).Judge())
            .Should()
            .Equal(CheckOutcome.Held);
    }

    [TestCase("Unix timestamp when the window resets", 30, CheckOutcome.Broken)]
    [TestCase("1704067200", 30, CheckOutcome.Broken)]
    [TestCase("Seconds until the window resets", 30, CheckOutcome.Held)]
    [TestCase("60", 30, CheckOutcome.Held)]
    [TestCase("Seconds until the window resets", Reset, CheckOutcome.Broken)]
    public void The_specification_s_own_words_say_what_the_header_counts(string text, long sent, CheckOutcome outcome)
    {
        var recorded = Told((100, 5, sent), (100, 4, sent));
        var code = Sample.Code("RATE_LIMIT_EXCEEDED", 429, 85, Sample.Header("X-RateLimit-Reset", text, 86));
        var context = recorded.Context with { Specification = Sample.Specification with { ErrorCodes = [code] } };

        OutcomesOf((recorded with { Context = context }).Judge()).Distinct().Should().Equal(outcome);
    }

    [Test]
    public void The_words_beside_the_header_itself_count_too()
    {
        var recorded = Told((100, 5, 30), (100, 4, 30));
        var headers = Sample.Limits.Headers! with { ResetText = Sample.At("Unix timestamp when window resets", 65) };
        var limits = Sample.Limits with { Headers = headers };
        var context = recorded.Context with { Specification = Sample.Specification with { RateLimits = limits } };

        OutcomesOf((recorded with { Context = context }).Judge()).Distinct().Should().Equal(CheckOutcome.Broken);
    }

    [Test]
    public void One_response_alone_shows_nothing() =>
        OutcomesOf(Told((100, 5, Reset)).Judge()).Should().Equal(CheckOutcome.NotJudged);

    private static Recorded Case() =>
        (new Recorded { Kind = ScenarioKind.RateLimit })
            .Then("create")
            .Then("again")
            .Expecting(new RateLimitHeadersAreCoherent(Sample.Must(), ["create", "again"]));

    private static BurstAllowance Burst => new(1.5m, TimeSpan.FromSeconds(10), Sample.Line(68));

    /// <summary>Answers at seconds of the run: what is left, and the end in seconds after the start.</summary>
    private static Recorded Over(params (double Second, int Remaining, long End)[] told) => Over(0, told);

    private static Recorded Over(double ahead, params (double Second, int Remaining, long End)[] told) =>
        told.Aggregate(Case(), (recorded, t) => Answer(recorded, t.Second, ahead, t.Remaining, Reset - 30 + t.End));

    private static Recorded Seconds(params (double Second, int Remaining, long Left)[] told) =>
        told.Aggregate(Case(), (recorded, t) => Answer(recorded, t.Second, 0, t.Remaining, t.Left));

    /// <summary>The same, while nobody else uses the limit.</summary>
    [Test]
    public void A_request_of_another_step_takes_one_as_well_where_nothing_came_between()
    {
        var uninterrupted = new RateLimitHeadersAreCoherent(Sample.Must(), ["create", "again"])
        {
            IsUninterrupted = true,
        };

        OutcomesOf(Alone((0, 9, 30), (1, 9, 30)).Expecting(uninterrupted).Judge()).Should().Equal(CheckOutcome.Broken);
        OutcomesOf(Alone((0, 9, 30), (1, 8, 30)).Expecting(uninterrupted).Judge()).Should().Equal(CheckOutcome.Held);
    }

    private static Recorded Alone(params (double Second, int Remaining, long End)[] told) =>
        Over(told) with
        {
            Isolation = CaseIsolation.ExhaustsLimit,
        };

    private static Recorded Answer(Recorded recorded, double second, double ahead, int remaining, long reset) =>
        recorded
            .Answering(
                recorded.Exchanges.IsEmpty ? "create" : "again",
                201,
                Sample.Order,
                ("Date", Start.AddSeconds(second + ahead).ToString("r", CultureInfo.InvariantCulture)),
                ("X-RateLimit-Limit", "100"),
                ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
                ("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture))
            )
            .ChangeLast(e => e with { SentAt = Start.AddSeconds(second) });

    private static Recorded Elsewhere(Recorded recorded) =>
        recorded.ChangeLast(e => e with { Endpoint = Sample.GetOrder, Request = e.Request with { Method = "GET" } });

    private static Recorded Unlimited(Recorded recorded) =>
        recorded.Under(Sample.Limits with { Default = [] }) with
        {
            Exchanges =
            [
                .. recorded.Exchanges.Select(e => e with { Endpoint = Sample.CreateOrder with { RateLimits = [] } }),
            ],
        };

    private static Recorded WithoutFirst(Recorded recorded) =>
        recorded with
        {
            Exchanges = recorded.Exchanges.RemoveAt(0),
        };

    private static Recorded Told(params (int Limit, int Remaining, long Reset)[] told) =>
        told.Aggregate(
            Case(),
            (recorded, t) =>
                recorded.Answering(
                    recorded.Exchanges.IsEmpty ? "create" : "again",
                    201,
                    Sample.Order,
                    ("X-RateLimit-Limit", t.Limit.ToString(CultureInfo.InvariantCulture)),
                    ("X-RateLimit-Remaining", t.Remaining.ToString(CultureInfo.InvariantCulture)),
                    ("X-RateLimit-Reset", t.Reset.ToString(CultureInfo.InvariantCulture))
                )
        );
}
