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

    protected override IEnumerable<Scene> Breaking => [new("served in the middle", Later(201, 10))];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("create", 429, body, headers).Answering("again", 429, body, headers);

    [Test]
    public void A_request_after_the_end_shows_nothing() =>
        OutcomesOf(Later(201, 29).Judge()).Should().Equal(CheckOutcome.NotJudged);

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
