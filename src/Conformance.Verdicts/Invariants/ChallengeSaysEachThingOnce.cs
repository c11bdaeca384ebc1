using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>A challenge of any scheme names each parameter once (RFC 9110 section 11.2).</summary>
internal sealed class ChallengeSaysEachThingOnce : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (seen.Endpoint is not { } endpoint)
        {
            yield break;
        }

        var location = seen.Specification.Authentication?.Location ?? endpoint.Location;
        var lines = seen.Response.HeaderValues("WWW-Authenticate").ToArray();
        foreach (var challenge in Challenges.Read(lines))
        {
            var requirement = Standard(
                RequirementIds.Section("authentication", "challenge", "parameters_once"),
                "The target MUST NOT repeat a parameter in a challenge.",
                location,
                "BRR-08",
                "RFC 9110 section 11.2"
            );
            var demand = $"{Cited.OneOf(challenge.Repeated)} once";
            yield return new(
                requirement,
                challenge.Repeated.Any()
                    ? Judgement.Broken(
                        new Finding(
                            seen.Where("header WWW-Authenticate"),
                            Cited.At(demand, location),
                            Excerpt.OfHeader(lines),
                            $"send {demand} in WWW-Authenticate"
                        )
                    )
                    : Judgement.Held
            );
        }
    }
}
