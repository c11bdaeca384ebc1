using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Tokens that were accepted are accepted.</summary>
internal sealed class TokensStayValid()
    : EvolutionRule(
        "EVO-408",
        "Demands of JWTs are kept",
        "A token for another audience, of another issuer, or signed by an algorithm that was struck off is refused."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Authentication?.Jwt, pair.New.Authentication?.Jwt);
        var subject = pair.Section(
            "tokens (JWT)",
            old?.Location ?? pair.Old.Authentication?.Location,
            now?.Location ?? pair.New.Authentication?.Location
        );
        return
        [
            .. Demand(subject, "the audience", old?.Audience, now?.Audience),
            .. Demand(subject, "the issuer", old?.Issuer, now?.Issuer),
            .. Algorithms(subject, old, now),
        ];
    }

    private IEnumerable<Change> Algorithms(Subject subject, JwtRules? old, JwtRules? now)
    {
        if (now is null or { Algorithms.IsEmpty: true })
        {
            yield break;
        }

        if (old is null or { Algorithms.IsEmpty: true })
        {
            yield return Found(
                Impacts.OnConsumers,
                subject,
                $"tokens must be signed by {Phrase.List(now.Algorithms.Select(a => a.Value))}"
            );
            yield break;
        }

        foreach (var gone in Named.Without(old.Algorithms, now.Algorithms))
        {
            yield return Found(
                Impacts.OnConsumers,
                subject with
                {
                    Old = gone.Location,
                },
                $"tokens signed by '{gone.Value}' are not accepted any more"
            );
        }

        foreach (var added in Named.Without(now.Algorithms, old.Algorithms))
        {
            yield return Found(
                Impacts.OnProvider,
                subject with
                {
                    New = added.Location,
                },
                $"tokens signed by '{added.Value}' are accepted"
            );
        }
    }
}
