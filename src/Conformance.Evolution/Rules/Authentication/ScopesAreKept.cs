using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Scopes that clients ask for can still be granted.</summary>
internal sealed class ScopesAreKept()
    : EvolutionRule(
        "EVO-406",
        "Scopes are kept",
        "Whoever asks for a scope that is gone is refused a token, for all that they do."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        if (pair.Old.Authentication is not { } old || pair.New.Authentication is not { } now)
        {
            yield break;
        }

        var subject = new Subject("scopes", old.Location, now.Location);
        foreach (var (scope, _) in old.Scopes.ExceptBy(now.Scopes.Select(s => s.Key), s => s.Key))
        {
            yield return Found(Impacts.OnConsumers, subject, $"the scope '{scope}' is gone");
        }

        foreach (var (scope, _) in now.Scopes.ExceptBy(old.Scopes.Select(s => s.Key), s => s.Key))
        {
            yield return Found(Impacts.OnProvider, subject, $"the scope '{scope}' is new");
        }
    }
}
