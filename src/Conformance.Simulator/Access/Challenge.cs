using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Access;

/// <summary>Writes the <c>WWW-Authenticate</c> challenge of a refusal (STANDARDS BRR-02 to BRR-05, KEY-02).</summary>
internal static partial class Challenge
{
    /// <summary>The challenge.</summary>
    /// <param name="specification">Names the realm and the kind of credential.</param>
    /// <param name="refusal">Why the call was refused.</param>
    /// <param name="scopes">The scopes the operation needs.</param>
    public static string For(IntegrationSpecification specification, AccessRefusal refusal, IEnumerable<string> scopes)
    {
        var realm = $"realm=\"{Unquotable().Replace(specification.Info.Title.Value, "")}\"";
        var scheme = specification.Authentication?.Type.Value switch
        {
            AuthenticationType.ApiKey => "ApiKey",
            AuthenticationType.MutualTls => "MutualTLS",
            _ => "Bearer",
        };
        return scheme is "Bearer" ? $"Bearer {realm}{Error(refusal, scopes)}" : $"{scheme} {realm}";
    }

    private static string Error(AccessRefusal refusal, IEnumerable<string> scopes) =>
        refusal switch
        {
            // BRR-03: a request without credentials is told nothing more.
            AccessRefusal.Missing => "",
            AccessRefusal.Ambiguous => ", error=\"invalid_request\"",
            AccessRefusal.InsufficientScope => $", error=\"insufficient_scope\", scope=\"{string.Join(' ', scopes)}\"",
            AccessRefusal.Expired => ", error=\"invalid_token\", error_description=\"The token expired\"",
            _ => ", error=\"invalid_token\"",
        };

    [GeneratedRegex(@"[^A-Za-z0-9 ._-]", RegexOptions.None, 10_000)]
    private static partial Regex Unquotable();
}
