using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>A 401 says how to authenticate (RFC 9110 section 15.5.2).</summary>
internal sealed class UnauthorizedHasChallenge : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (seen.Status != 401 || seen.Endpoint is not { } endpoint)
        {
            yield break;
        }

        var location = seen.Specification.Authentication?.Location ?? endpoint.Location;
        var requirement = Standard(
            RequirementIds.Section("authentication", "challenge"),
            "The target MUST send WWW-Authenticate with every 401.",
            location,
            "HTTP-05",
            "RFC 9110 section 15.5.2"
        );
        yield return new(
            requirement,
            seen.Response.HeaderValues("WWW-Authenticate").Any(v => !string.IsNullOrWhiteSpace(v))
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.Where("header WWW-Authenticate"),
                        Cited.At("a challenge, for example Bearer realm=\"api\"", location),
                        Excerpt.OfHeader(seen.Response.HeaderValues("WWW-Authenticate").ToArray()),
                        "send WWW-Authenticate with every 401"
                    )
                )
        );
    }
}
