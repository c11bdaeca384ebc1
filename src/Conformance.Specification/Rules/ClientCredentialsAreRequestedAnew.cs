using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Nothing speaks of refreshing a token that has no refresh token.</summary>
internal sealed partial class ClientCredentialsAreRequestedAnew()
    : AdvisoryRule(
        "AUT-107",
        Severity.Warning,
        "A token is to be refreshed, but there is no refresh token",
        "The client-credentials grant issues no refresh token (RFC 6749 section 4.4.3); clients look for one, or send grant_type=refresh_token.",
        "write 'Re-request token and retry once'"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification.Authentication is not { Type.Value: AuthenticationType.OAuth2ClientCredentials }
            ? []
            : specification
                .ErrorCodes.SelectMany(e => new[] { e.RetryStrategy, e.Resolution })
                .OfType<Located<string>>()
                .Where(text => Refreshes().IsMatch(text.Value))
                .Select(text =>
                    Finding(
                        text.Location,
                        $"the grant is client_credentials, which has no refresh token, but the text says \"{text.Value}\"",
                        "a request for a new token",
                        text
                    ) with
                    {
                        Edit = Reworded(text),
                    }
                );

    /// <summary>The phrase that means the same to the suite, when the text is one line that starts with the word.</summary>
    private static TextEdit? Reworded(Located<string> text)
    {
        var place = text.Location;
        var quotes = place.EndColumn - place.Column - text.Value.Length;
        if (
            !text.Value.StartsWith("Refresh ", StringComparison.Ordinal)
            || place.Line != place.EndLine
            || quotes is not (0 or 2)
        )
        {
            return null;
        }

        var start = place.Column + (quotes / 2);
        return new TextEdit(place with { Column = start, EndColumn = start + "Refresh".Length }, "Re-request");
    }

    [GeneratedRegex(@"\brefresh(es|ed|ing)?\s+(the\s+|an?\s+)?(access\s+)?token", Words.Options, Words.Timeout)]
    private static partial Regex Refreshes();
}
