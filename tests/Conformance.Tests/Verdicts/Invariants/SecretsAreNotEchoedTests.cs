using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class SecretsAreNotEchoedTests : CheckTests
{
    protected override string Check => "SecretsAreNotEchoed";

    protected override CheckOutcome BrokenOutcome => CheckOutcome.Warned;

    protected override IEnumerable<Scene> Holding => [new("an answer of its own", Answered(echoes: false))];

    protected override IEnumerable<Scene> Breaking =>
        [new("an answer with the caller's secret", Answered(echoes: true))];

    // What came back is compared when it is recorded; the bytes are not read again.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Secured().Bare("create", 401, body, headers);

    [Test]
    public void An_API_without_credentials_has_nothing_to_repeat() =>
        OutcomesOf(Recorded.Step().Bare("create", 401, []).Judge()).Should().BeEmpty();

    private static Recorded Answered(bool echoes) =>
        Secured().Bare("create", 401, []).ChangeLast(e => e with { EchoesSecret = echoes });

    private static Recorded Secured() =>
        Recorded.Step() with
        {
            Context = new JudgeContext
            {
                Specification = Sample.Specification with
                {
                    Authentication = new()
                    {
                        Type = Sample.At(AuthenticationType.OAuth2ClientCredentials),
                        HeaderName = Sample.At("Authorization"),
                        HeaderTemplate = Sample.At("Bearer {access_token}"),
                        Location = Sample.Line(2),
                    },
                },
                Environment = Sample.Sandbox,
            },
        };
}
