using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Who may see what stays the same.</summary>
internal sealed class OwnershipIsKept()
    : EvolutionRule(
        "EVO-111",
        "Ownership of resources is kept",
        "Resources that other clients could read become invisible to them, or private ones visible."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair.Kept.SelectMany(o =>
            Promise(
                o.Subject,
                "who owns the resources",
                Words(o.Old.Resource?.Ownership),
                Words(o.New.Resource?.Ownership)
            )
        );

    private static Located<string>? Words(Located<ResourceOwnership>? ownership) =>
        ownership is null
            ? null
            : In(
                ownership.Value == ResourceOwnership.Client ? "the client that made them" : "all clients",
                ownership.Location
            );
}
