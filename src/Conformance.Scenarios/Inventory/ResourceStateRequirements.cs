using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What follows from resources as a whole: what their operations leave alone, and where their changes show.</summary>
internal sealed class ResourceStateRequirements : IRequirementSource
{
    private const string NotShown = "No operations are declared that would show it.";

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Endpoints.SelectMany(endpoint =>
            endpoint.Resource is { } role ? Of(context, endpoint, role).Concat(Pages(context, endpoint, role)) : []
        );

    private static IEnumerable<InventoryEntry> Of(InventoryContext context, Endpoint endpoint, ResourceRole role)
    {
        var others = context
            .Specification.Endpoints.Where(e => e.Resource is { } other && other.Type.Value == role.Type.Value)
            .ToList();
        (string Aspect, string Statement)[] rules = role.Action switch
        {
            ResourceAction.Create =>
            [
                (
                    "resource.refused_creation",
                    $"The target MUST NOT make anything of a {endpoint.Name} that it refuses."
                ),
                .. others
                    .SelectMany(e => e.Resource!.From.Select(f => f.Key))
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany<string, (string, string)>(field =>
                        [
                            ($"resource.initial.{field}", $"The target MUST start with the declared {field}."),
                            ($"resource.states.{field}", $"The target MUST keep {field} within its declared values."),
                        ]
                    ),
            ],
            ResourceAction.List or ResourceAction.Search =>
            [
                ("resource.shown_as_read", $"The target MUST show the same in {endpoint.Name} as when it is read."),
                .. role.Order is null
                    ? Array.Empty<(string, string)>()
                    : [("resource.order", $"The target MUST keep the declared order in {endpoint.Name}.")],
            ],
            ResourceAction.Update =>
            [
                .. context
                    .Effective.Of(endpoint.Request?.Schema ?? new SchemaNode { Location = role.Location })
                    .Properties.Select(p =>
                        (
                            $"resource.changes_only.{p.Name.Value}",
                            $"The target MUST change {p.Name.Value} alone when it is sent alone."
                        )
                    ),
            ],
            ResourceAction.Transition =>
            [
                (
                    "resource.sets_nothing_else",
                    $"The target MUST leave alone what {endpoint.Name} is not declared to set."
                ),
                .. others
                    .Where(e => e.Resource!.Action is ResourceAction.List or ResourceAction.Search)
                    .Select(e =>
                        (
                            $"resource.sets.{e.OperationId.Value}",
                            $"The target MUST show in {e.Name} what {endpoint.Name} set."
                        )
                    ),
            ],
            ResourceAction.Delete =>
            [
                ("resource.removes_one", $"The target MUST remove by {endpoint.Name} what is named, and nothing else."),
            ],
            _ => [],
        };
        return rules.Select(rule =>
            Entry(endpoint, InventorySection.Resources, rule.Aspect, rule.Statement, role.Location)
        );
    }

    private static IEnumerable<InventoryEntry> Pages(InventoryContext context, Endpoint endpoint, ResourceRole role)
    {
        if (role.Action is not ResourceAction.List)
        {
            yield break;
        }

        foreach (var parameter in endpoint.QueryParameters)
        {
            var name = parameter.Name.Value;
            yield return Entry(
                endpoint,
                InventorySection.Requests,
                $"request.query.{name}.joins",
                $"The target MUST let the pages of {endpoint.Name} by {name} join without gap or repetition.",
                parameter.Name.Location
            );
            if (context.Effective.Of(parameter.Schema).Default is not null)
            {
                yield return Entry(
                    endpoint,
                    InventorySection.Requests,
                    $"request.query.{name}.default",
                    $"The target MUST take the declared default for {name} of {endpoint.Name} where it is left out.",
                    parameter.Name.Location
                );
            }
        }
    }

    private static InventoryEntry Entry(
        Endpoint endpoint,
        InventorySection section,
        string aspect,
        string statement,
        SourceLocation location
    ) =>
        new Entries(section, endpoint).ByCase(
            Sentences.Contract(RequirementIds.Operation(endpoint, aspect), statement, location)
        ) with
        {
            ReasonWhenUntested = NotShown,
        };
}
