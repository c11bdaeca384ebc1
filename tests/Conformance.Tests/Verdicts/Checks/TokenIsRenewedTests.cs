using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class TokenIsRenewedTests : CheckTests
{
    protected override string Check => nameof(TokenIsRenewed);

    protected override IEnumerable<Scene> Holding =>
        [
            new(
                "a new token, fetched in between",
                First().Token(200).Answering("second", 200, Sample.Order).Credential("b")
            ),
            new(
                "at the second try",
                First().Token(503).Token(200).Answering("second", 200, Sample.Order).Credential("b")
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new(
                "the token endpoint refuses",
                First().Token(400, """{"error":"invalid_client"}""").Answering("second", 401).Credential("a")
            ),
            new(
                "the token endpoint refuses, so the second request is not sent",
                First().Token(401, """{"error":"invalid_client"}""") with
                {
                    Obstacle = new(ObstacleKind.NoCredential, "no token", "second"),
                }
            ),
        ];

    // The sentence is about credentials; what the bodies say is judged elsewhere.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        First().Token(400, "\u001b[31m").Answering("second", 401, body, headers).Credential("a");

    [Test]
    public void A_renewal_that_was_not_seen_is_no_pass()
    {
        OutcomesOf(First().Answering("second", 200, Sample.Order).Credential("a").Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);
        OutcomesOf(First().Token(200).Answering("second", 200, Sample.Order).Credential("a").Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);
        OutcomesOf(First().Answering("second", 200, Sample.Order).Credential("b").Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);
        OutcomesOf(First().Token(500).Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    private static Recorded First() =>
        new Recorded()
            .Then("first")
            .Then("second")
            .Expecting(new TokenIsRenewed(Sample.Must(), "first", "second"))
            .Token(200)
            .Answering("first", 200, Sample.Order)
            .Credential("a");
}
