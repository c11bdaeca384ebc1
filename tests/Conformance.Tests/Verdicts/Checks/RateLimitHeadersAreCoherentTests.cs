using System.Globalization;
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

    protected override string Check => nameof(RateLimitHeadersAreCoherent);

    protected override IEnumerable<Scene> Holding =>
        [
            new("counting down", Told((100, 9, Reset), (100, 8, Reset), (100, 7, Reset))),
            new("a new window", Told((100, 1, Reset), (100, 99, Reset + 30))),
            new("not counting at all", Told((100, 9, Reset), (100, 9, Reset))),
            new("seconds to wait, where nothing says that it is a moment", Told((100, 9, 30), (100, 8, 29))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("rising in a window", Told((100, 5, Reset), (100, 6, Reset))),
            new("another limit in one window", Told((100, 5, Reset), (200, 4, Reset))),
            new("more left than the limit", Told((100, 500, Reset), (100, 4, Reset))),
            new("milliseconds", Told((100, 5, Reset * 1000), (100, 4, Reset * 1000))),
            new("the past", Told((100, 5, 1704067200), (100, 4, 1704067200))),
            new("further away than any window", Told((100, 5, Reset + 200_000), (100, 4, Reset + 200_000))),
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
