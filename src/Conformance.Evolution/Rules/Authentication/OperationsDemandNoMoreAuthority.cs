using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>An operation demands no more authority than it did.</summary>
internal sealed class OperationsDemandNoMoreAuthority()
    : EvolutionRule(
        "EVO-407",
        "Operations demand no more authority",
        "A token that was good enough is refused with 403, or one is demanded where none was."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            var (old, now) = (operation.Old, operation.New);
            if (old.IsPublic != now.IsPublic)
            {
                yield return Found(
                    now.IsPublic ? Impacts.OnProvider : Impacts.OnConsumers,
                    operation.Subject,
                    now.IsPublic ? "no credential is demanded any more" : "a credential is demanded"
                );
            }

            foreach (var scope in Named.Without(now.Scopes, old.Scopes))
            {
                yield return Found(
                    Impacts.OnConsumers,
                    operation.Subject with
                    {
                        New = scope.Location,
                    },
                    $"the scope '{scope.Value}' is demanded"
                );
            }

            foreach (var scope in Named.Without(old.Scopes, now.Scopes))
            {
                yield return Found(
                    Impacts.OnProvider,
                    operation.Subject with
                    {
                        Old = scope.Location,
                    },
                    $"the scope '{scope.Value}' is not demanded any more"
                );
            }
        }
    }
}
