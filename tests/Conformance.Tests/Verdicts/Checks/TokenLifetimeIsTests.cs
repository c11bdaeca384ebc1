using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class TokenLifetimeIsTests : CheckTests
{
    protected override string Check => nameof(TokenLifetimeIs);

    protected override IEnumerable<Scene> Holding =>
        [
            new("as declared", Issued(Body("a", "3600"), Body("b", "3600"))),
            new("counted from a second ago", Issued(Body("a", "3599"), Body("b", "3599"))),
            new("written as a decimal", Issued(Body("a", "3600.0"), Body("b", "3600.0"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("shorter", Issued(Body("a", "1800"), Body("b", "1800"))),
            new("longer, by the same token", Issued(Body("a", "7200"), Body("a", "7200"))),
            new("a text", Issued(Body("a", "\"3600\""), Body("b", "\"3600\""))),
            new("absent", Issued("""{"access_token":"a"}""", """{"access_token":"b"}""")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("first", 200, body, headers).Answering("second", 200, body, headers);

    [Test]
    public void What_is_left_of_a_token_that_is_handed_out_again_is_a_warning() =>
        OutcomesOf(Issued(Body("a", "3600"), Body("a", "3000")).Judge()).Should().Equal(CheckOutcome.Warned);

    private static Recorded Issued(string first, string second) =>
        Case().Answering("first", 200, first).Answering("second", 200, second);

    private static string Body(string token, string lifetime) =>
        $$"""{"access_token":"{{token}}","expires_in":{{lifetime}}}""";

    private static Recorded Case() =>
        new Recorded()
            .Then("first")
            .Then("second")
            .Expecting(new TokenLifetimeIs(Sample.Must(), "first", "second", TimeSpan.FromHours(1)));
}
