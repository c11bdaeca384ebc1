using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class IsStillRefusedTests : CheckTests
{
    protected override string Check => nameof(IsStillRefused);

    protected override IEnumerable<Scene> Holding => [new("refused again", Later(429, 10))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("served in the middle", Later(201, 10)),
            new("served after a refusal that told an end only", Later(201, 10, ("X-RateLimit-Reset", "1768473060"))),
            new("served before the date that a refusal told", Later(201, 10, Until, Date)),
            new("served although the wait was not over, whatever a past end says", Later(201, 10, Past, Wait(30))),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("create", 429, body, headers).Answering("again", 429, body, headers);

    [Test]
    public void A_request_after_the_end_shows_nothing() =>
        OutcomesOf(Later(201, 29).Judge()).Should().Equal(CheckOutcome.NotJudged);

    [Test]
    public void The_nearest_of_the_ends_that_were_told_counts() =>
        OutcomesOf(Later(201, 40, ("X-RateLimit-Reset", "1768473030"), Wait(60)).Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);

    [Test]
    public void A_date_to_wait_for_says_nothing_without_the_target_s_own_time() =>
        OutcomesOf(Later(201, 10, Until).Judge()).Should().Equal(CheckOutcome.NotJudged);

    [Test]
    public void A_refusal_that_told_no_end_shows_nothing() =>
        OutcomesOf(Later(201, 1, ("Content-Type", "application/json")).Judge()).Should().Equal(CheckOutcome.NotJudged);

    [Test]
    public void Nothing_is_said_where_nothing_was_refused() =>
        OutcomesOf(Case().Answering("create", 201, Sample.Order).Answering("again", 201, Sample.Order).Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);

    [Test]
    public void A_case_about_something_else_keeps_silent_where_nothing_can_be_said()
    {
        var beside = new IsStillRefused(Sample.Must(), "create", "again");

        OutcomesOf(Later(201, 29).Expecting(beside).Judge()).Should().BeEmpty();
        OutcomesOf(Case().Answering("create", 201, Sample.Order).Expecting(beside).Judge()).Should().BeEmpty();
    }

    private static (string, string) Until => ("Retry-After", "Thu, 15 Jan 2026 10:30:30 GMT");

    private static (string, string) Date => ("Date", "Thu, 15 Jan 2026 10:30:00 GMT");

    private static (string, string) Past => ("X-RateLimit-Reset", "1768472980");

    private static (string, string) Wait(int seconds) => ("Retry-After", $"{seconds}");

    /// <summary>Refused with exactly these headers, and again so many seconds later.</summary>
    private static Recorded Later(int status, int seconds, params (string Name, string Value)[] told) =>
        Case()
            .Bare("create", 429, [], told)
            .Answering("again", status, Sample.Order)
            .ChangeLast(e => e with { SentAt = e.SentAt.AddSeconds(seconds) });

    private static Recorded Later(int status, int seconds) =>
        Case()
            .Answering("create", 429, Sample.Error("RATE_LIMIT_EXCEEDED"))
            .Answering("again", status, status == 429 ? Sample.Error("RATE_LIMIT_EXCEEDED") : Sample.Order)
            .ChangeLast(e => e with { SentAt = e.SentAt.AddSeconds(seconds) });

    private static Recorded Case() =>
        (Recorded.Step() with { Kind = ScenarioKind.RateLimit })
            .Then("again")
            .Expecting(new IsStillRefused(Sample.Must(), "create", "again") { IsEssential = true });
}
