using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Consumers find identifiers, elements and matches where they were.</summary>
internal sealed class RepresentationsAreKept()
    : EvolutionRule(
        "EVO-112",
        "Identifiers, collections and search keys are kept",
        "A list under another name, an identifier in another field, or a search that looks at another parameter is not found."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair
            .Kept.Where(o => o.Old.Resource is not null && o.New.Resource is not null)
            .SelectMany(o => Compare(o.Name, o.Old.Resource!, o.New.Resource!));

    private IEnumerable<Change> Compare(string name, ResourceRole old, ResourceRole now)
    {
        var subject = new Subject(name, old.Location, now.Location);
        return
        [
            .. Agreement(subject, "the field that identifies the resource", old.Identifier, now.Identifier),
            .. Agreement(
                subject,
                "the field with the elements",
                In(old.CollectionField, old.Location),
                In(now.CollectionField, now.Location)
            ),
            .. Agreement(
                subject,
                "the parameter that a search matches",
                In(old.QueryParameter, old.Location),
                In(now.QueryParameter, now.Location)
            ),
            .. Agreement(
                subject,
                "what the operation does",
                In(old.Action.ToString().ToLowerInvariant(), old.Location),
                In(now.Action.ToString().ToLowerInvariant(), now.Location)
            ),
        ];
    }
}
