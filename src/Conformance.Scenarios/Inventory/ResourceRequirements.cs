using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What operations do to the resources behind them, and what paths do without an operation.</summary>
internal sealed class ResourceRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context
            .Specification.Endpoints.SelectMany(endpoint =>
                endpoint.Resource is { } role ? Of(context.Specification, endpoint, role) : []
            )
            .Concat(Paths(context.Specification));

    private static IEnumerable<InventoryEntry> Of(
        IntegrationSpecification specification,
        Endpoint endpoint,
        ResourceRole role
    )
    {
        var entries = new Entries(InventorySection.Resources, endpoint);
        InventoryEntry Rule(string aspect, string statement, SourceLocation? at = null) =>
            entries.ByCase(
                Sentences.Contract(RequirementIds.Operation(endpoint, aspect), statement, at ?? role.Location)
            );
        bool Has(ResourceAction action) =>
            specification.Endpoints.Any(e =>
                e.Resource is { } other && other.Type == role.Type && other.Action == action
            );
        var canCreate = Has(ResourceAction.Create);
        var canRead = Has(ResourceAction.Read);
        string? unless(bool possible) => possible ? null : $"No operation is declared that would show it.";
        switch (role.Action)
        {
            case ResourceAction.Create:
                yield return Rule("resource.read_back", $"The target MUST return what {endpoint.Name} created.") with
                {
                    ReasonWhenUntested = unless(canRead),
                };
                break;
            case ResourceAction.List:
                yield return Rule("resource.lists_created", $"The target MUST list what was created, once.") with
                {
                    ReasonWhenUntested = unless(canCreate),
                };
                break;
            case ResourceAction.Search:
                yield return Rule(
                    "resource.search",
                    $"The target MUST find by {endpoint.Name} what matches, and only that."
                ) with
                {
                    ReasonWhenUntested = unless(canCreate),
                };
                break;
            case ResourceAction.Update:
                yield return Rule(
                    "resource.update_is_read_back",
                    $"The target MUST keep what {endpoint.Name} changed."
                );
                yield return Rule(
                    "resource.refused_update",
                    $"The target MUST NOT change anything by a {endpoint.Name} that it refuses."
                );
                break;
            case ResourceAction.Transition when !role.Sets.IsEmpty:
                yield return Rule("resource.sets", $"The target MUST set what {endpoint.Name} is declared to set.");
                break;
            case ResourceAction.Delete:
                yield return Rule(
                    "resource.deleted_is_gone",
                    $"The target MUST NOT return what {endpoint.Name} removed."
                );
                yield return entries.ByCase(
                    Sentences.Standard(
                        RequirementIds.Operation(endpoint, "resource.delete_is_idempotent"),
                        $"The target MUST leave the same state when {endpoint.Name} is repeated.",
                        role.Location
                    )
                );
                break;
        }

        if (!role.From.IsEmpty)
        {
            yield return Rule(
                "resource.from",
                $"The target MUST refuse {endpoint.Name} from a state that does not allow it."
            );
        }

        foreach (var computed in role.Computed)
        {
            yield return Rule(
                $"resource.computed.{computed.Key}",
                $"The target MUST send {computed.Key} = {computed.Value.Value}.",
                computed.Value.Location
            );
        }
    }

    private static IEnumerable<InventoryEntry> Paths(IntegrationSpecification specification)
    {
        foreach (var first in specification.Endpoints.DistinctBy(e => e.Path.Value))
        {
            var entries = new Entries(InventorySection.Resources, first);
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Operation(first, "method.not_carried_out"),
                    $"The target MUST NOT carry out a method of {first.Path.Value} that is not declared.",
                    first.Path.Location
                )
            );
            yield return entries.ByCase(
                Sentences.Recommended(
                    RequirementIds.Operation(first, "method.undeclared"),
                    $"The target SHOULD answer 405 to a method of {first.Path.Value} that is not declared.",
                    first.Path.Location
                )
            );
            yield return entries.ByCase(
                Sentences.Standard(
                    RequirementIds.Operation(first, "method.allow"),
                    $"The target MUST list the methods of {first.Path.Value} in the Allow header of a 405.",
                    first.Path.Location
                )
            );
        }

        if (!specification.Endpoints.IsEmpty)
        {
            yield return new Entries(InventorySection.Resources).ByCase(
                Sentences.Contract(
                    RequirementIds.Section("endpoints", "undeclared_path"),
                    "The target MUST answer 404 to a path that is not declared.",
                    specification.Endpoints[0].Path.Location
                )
            );
        }
    }
}
