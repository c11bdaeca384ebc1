using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class TokenIsReusedTests : CheckTests
{
    protected override string Check => nameof(TokenIsReused);

    protected override IEnumerable<Scene> Holding =>
        [
            new(
                "one token for both",
                Case()
                    .Token(200)
                    .Answering("first", 200, Sample.Order)
                    .Credential("a")
                    .Answering("second", 200, Sample.Order)
                    .Credential("a")
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new(
                "the token is refused the second time",
                Refused().Token(200).Answering("second", 200, Sample.Order).Credential("b")
            ),
            new("the token stays refused", Refused()),
        ];

    // The sentence is about credentials; what the bodies say is judged elsewhere.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case()
            .Answering("first", 200, body, headers)
            .Credential("a")
            .Answering("second", 401, body, headers)
            .Credential("a");

    [Test]
    public void A_client_that_asked_for_a_new_token_by_itself_shows_nothing()
    {
        var recorded = Case()
            .Answering("first", 200, Sample.Order)
            .Credential("a")
            .Token(200)
            .Answering("second", 200, Sample.Order)
            .Credential("b");

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void Requests_without_a_credential_show_nothing()
    {
        var recorded = Case().Answering("first", 200, Sample.Order).Answering("second", 200, Sample.Order);

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    private static Recorded Case() =>
        new Recorded().Then("first").Then("second").Expecting(new TokenIsReused(Sample.Must(), "first", "second"));

    private static Recorded Refused() =>
        Case()
            .Answering("first", 200, Sample.Order)
            .Credential("a")
            .Answering("second", 401, Sample.Error("UNAUTHORIZED"))
            .Credential("a");
}
