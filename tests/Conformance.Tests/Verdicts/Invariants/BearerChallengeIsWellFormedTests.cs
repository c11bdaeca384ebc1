using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class BearerChallengeIsWellFormedTests : CheckTests
{
    protected override string Check => "BearerChallengeIsWellFormed";

    protected override IEnumerable<Scene> Holding =>
        [
            new("a realm", Refused("Bearer realm=\"api\"")),
            new("beside another scheme", Refused("Basic realm=\"api\", Bearer realm=\"api\"")),
            new(
                "several parameters",
                Refused("Bearer realm=\"a\", error=\"invalid_token\", error_description=\"a, b\"")
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [new("another scheme", Refused("Digest realm=\"api\"")), new("a scheme without words", Refused("ApiKey"))];

    // The sentence is about a header; what the body says is judged elsewhere.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Secured().Bare("create", 401, body, [.. headers, ("WWW-Authenticate", "Bearer \u001b[2J")]);

    [Test]
    public void A_scheme_alone_is_a_warning() =>
        OutcomesOf(Refused("Bearer").Judge()).Should().Contain(CheckOutcome.Warned).And.NotContain(CheckOutcome.Broken);

    [Test]
    public void A_403_without_a_challenge_is_none_of_its_business() =>
        OutcomesOf(Secured().Bare("create", 403, []).Judge()).Should().BeEmpty();

    [Test]
    public void An_API_key_has_no_scheme_to_name() =>
        OutcomesOf(Recorded.Step().Bare("create", 401, [], ("WWW-Authenticate", "ApiKey")).Judge()).Should().BeEmpty();

    private static Recorded Refused(string challenge) =>
        Secured().Bare("create", 401, [], ("WWW-Authenticate", challenge));

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
