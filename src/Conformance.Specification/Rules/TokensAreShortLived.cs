using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Access tokens do not live longer than a day.</summary>
internal sealed class TokensAreShortLived()
    : AdvisoryRule(
        "AUT-113",
        Severity.Warning,
        "An access token lives too long",
        "A stolen bearer token works until it expires; nothing can call it back.",
        "shorten expires_in; an hour is usual"
    )
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Authentication?.TokenEndpoint?.ExpiresIn is { } lifetime && lifetime.Value > Longest)
        {
            yield return Finding(
                lifetime.Location,
                $"access token lifetime {lifetime.Value.TotalSeconds} s exceeds {Longest.TotalSeconds} s",
                $"at most {Longest.TotalSeconds} s",
                $"{lifetime.Value.TotalSeconds} s"
            );
        }
    }
}
