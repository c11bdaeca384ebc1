using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class ChallengeSaysEachThingOnceTests : CheckTests
{
    protected override string Check => "ChallengeSaysEachThingOnce";

    protected override IEnumerable<Scene> Holding =>
        [
            new("a realm", Refused("Bearer realm=\"api\"")),
            new("two challenges with a realm each", Refused("Basic realm=\"api\", ApiKey realm=\"api\"")),
            new("a scheme alone", Refused("ApiKey")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("a realm twice", Refused("ApiKey realm=\"a\", realm=\"b\"")),
            new("a scope twice", Refused("Bearer scope=\"a\", Scope=\"b\"")),
        ];

    // The sentence is about a header; what the body says is judged elsewhere.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Bare("create", 401, body, [.. headers, ("WWW-Authenticate", "ApiKey \u001b[2J")]);

    [Test]
    public void An_answer_without_a_challenge_is_none_of_its_business() =>
        OutcomesOf(Recorded.Step().Bare("create", 401, []).Judge()).Should().NotContain(CheckOutcome.Broken);

    private static Recorded Refused(string challenge) =>
        Recorded.Step().Bare("create", 401, [], ("WWW-Authenticate", challenge));
}
