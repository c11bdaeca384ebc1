using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// The challenge of an API with bearer tokens is a <c>Bearer</c> challenge and says at least one thing
/// (RFC 6750 section 3).
/// </summary>
internal sealed class BearerChallengeIsWellFormed : Invariant
{
    private const string Section = "RFC 6750 section 3";

    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen.Status is not (401 or 403)
            || seen.Endpoint is null
            || seen.Specification.Authentication is not { } authentication
            || !UsesBearer(authentication)
        )
        {
            yield break;
        }

        var challenges = Challenges.Read(seen.Response.HeaderValues("WWW-Authenticate"));
        if (challenges.Count == 0)
        {
            // That a 401 lacks the header is said elsewhere, and a 403 may lack it.
            yield break;
        }

        var scheme = Standard(
            RequirementIds.Section("authentication", "challenge", "scheme"),
            "The target MUST name the scheme Bearer in the challenge of an API with bearer tokens.",
            authentication.Location,
            "BRR-02",
            Section
        );
        var bearer = challenges.Where(c => c.Is("Bearer")).ToArray();
        yield return new(
            scheme,
            bearer.Length > 0
                ? Judgement.Held
                : Broken(seen, scheme, "a Bearer challenge, for example Bearer realm=\"api\"")
        );
        foreach (var challenge in bearer)
        {
            yield return JudgeParameters(seen, authentication, challenge);
        }
    }

    // Common servers send the scheme alone; a client can live with that.
    private static Judged JudgeParameters(SeenExchange seen, Authentication authentication, Challenge challenge)
    {
        var requirement = Proposal(
            RequirementIds.Section("authentication", "challenge", "parameters"),
            "The target SHOULD send at least one parameter with the scheme Bearer, for example realm.",
            authentication.Location,
            "BRR-02",
            Section
        );
        return new(
            requirement,
            challenge.Parameters.Length > 0
                ? Judgement.Held
                : Broken(seen, requirement, "a parameter after Bearer, for example realm=\"api\"")
        );
    }

    private static Judgement Broken(SeenExchange seen, Requirement requirement, string demand) =>
        Judgement.Broken(
            new Finding(
                seen.Where("header WWW-Authenticate"),
                Cited.At(demand, requirement.Location),
                Excerpt.OfHeader(seen.Response.HeaderValues("WWW-Authenticate").ToArray()),
                $"send {demand} in WWW-Authenticate"
            )
        );

    private static bool UsesBearer(Authentication authentication) =>
        authentication.HeaderTemplate?.Value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true;
}
