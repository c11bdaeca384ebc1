using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class UnauthorizedHasChallengeTests : CheckTests
{
    protected override string Check => "UnauthorizedHasChallenge";

    protected override IEnumerable<Scene> Holding =>
        [new("a challenge", Recorded.Step().Bare("create", 401, [], ("www-authenticate", "Bearer realm=\"api\"")))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("none", Recorded.Step().Bare("create", 401, [])),
            new("an empty one", Recorded.Step().Bare("create", 401, [], ("WWW-Authenticate", " "))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Bare("create", 401, body, headers);

    [Test]
    public void Other_statuses_need_none() =>
        OutcomesOf(Recorded.Step().Bare("create", 403, []).Judge()).Should().BeEmpty();
}
