using Conformance.Execution.Credentials;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

internal sealed class CredentialChangesTests
{
    private static readonly string[] Credentials =
    [
        "",
        "x",
        "7",
        "....",
        "0123456789",
        "simulated-key-1-2e8d41",
        "aGVsbG8tIHdvcmxkX2F0X2xhcmdl",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
    ];

    [Test]
    public void A_changed_credential_is_always_another_one(
        [Values] CredentialChange change,
        [ValueSource(nameof(Credentials))] string credential
    ) => CredentialChanges.Apply(change, credential).Should().NotBe(credential).And.NotBeEmpty();

    [TestCase(CredentialChange.FirstCharacter)]
    [TestCase(CredentialChange.MiddleCharacter)]
    [TestCase(CredentialChange.LastCharacter)]
    public void One_character_is_another_and_all_others_stay(CredentialChange change)
    {
        const string Credential = "abcdefghijkl";
        var changed = CredentialChanges.Apply(change, Credential);

        changed.Zip(Credential).Count(pair => pair.First != pair.Second).Should().Be(1);
        changed.Should().HaveLength(Credential.Length);
    }

    [Test]
    public void A_look_alike_keeps_beginning_length_and_kinds_of_characters() =>
        CredentialChanges
            .Apply(CredentialChange.LookAlike, "key_live_2e8d41Zz")
            .Should()
            .MatchRegex("^key_live[_][0-9][a-f][0-9][a-f][0-9]{2}[A-Z][a-z]$");

    [Test]
    public void A_look_alike_of_a_JWT_differs_in_its_signature_only()
    {
        var forged = CredentialChanges.Apply(CredentialChange.LookAlike, "aGVhZGVy.Y2xhaW1z.c2lnbmF0dXJl").Split('.');

        forged[..2].Should().Equal("aGVhZGVy", "Y2xhaW1z");
        forged[2].Should().NotBe("c2lnbmF0dXJl");
    }
}
