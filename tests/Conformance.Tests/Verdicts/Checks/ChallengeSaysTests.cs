using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ChallengeSaysTests : CheckTests
{
    private static readonly ChallengeSays Invalid = new(Sample.Must(), "invalid_token");
    private static readonly ChallengeSays Nothing = new(Sample.Must(), null);

    protected override string Check => nameof(ChallengeSays);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the error", Refused(Invalid, "Bearer realm=\"api\", error=\"invalid_token\"")),
            new("the error unquoted and first", Refused(Invalid, "bearer error=invalid_token,realm=\"a, \\\"b\"")),
            new(
                "the error beside another challenge",
                Refused(Invalid, "Basic realm=\"x\", Bearer error=\"invalid_token\"")
            ),
            new("no error", Refused(Nothing, "Bearer realm=\"error=none\"")),
            new("no parameter at all", Refused(Nothing, "Bearer")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another error", Refused(Invalid, "Bearer error=\"invalid_request\"")),
            new("none", Refused(Invalid, "Bearer realm=\"api\"")),
            new(
                "the error of another challenge",
                Refused(Invalid, "Bearer realm=\"x\", Digest error=\"invalid_token\"")
            ),
            new("an error where none belongs", Refused(Nothing, "Bearer realm=\"api\", error=\"invalid_token\"")),
        ];

    // The sentence is about a header; what the body says is judged elsewhere.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded
            .Step(Invalid)
            .Answering("create", 401, body, [.. headers, ("WWW-Authenticate", "Bearer \u001b[2J=\"")]);

    [Test]
    public void Without_a_Bearer_challenge_there_is_nothing_to_judge() =>
        OutcomesOf(Refused(Invalid, "Digest realm=\"api\"").Judge()).Should().BeEmpty();

    private static Recorded Refused(ChallengeSays says, string challenge) =>
        Recorded.Step(says).Answering(401, Sample.Error("UNAUTHORIZED"), ("WWW-Authenticate", challenge));
}
