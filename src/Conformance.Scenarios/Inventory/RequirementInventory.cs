using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>
/// Every requirement in a specification: what it says of each field, header, status, code, limit, key, token, event and
/// figure, whether or not a case tests it.
/// </summary>
public static class RequirementInventory
{
    private static ImmutableArray<IRequirementSource> Sources { get; } =
    [
        new AuthenticationRequirements(),
        new TokenRequirements(),
        new RequestBodyRequirements(),
        new RequestParameterRequirements(),
        new RequestHandlingRequirements(),
        new ResponseRequirements(),
        new ResourceRequirements(),
        new ResourceStateRequirements(),
        new IdempotencyRequirements(),
        new ErrorRequirements(),
        new RateLimitRequirements(),
        new WebhookRequirements(),
        new WholeRunRequirements(),
        new SequenceRequirements(),
        new ScenarioRequirements(),
        new EnvironmentRequirements(),
    ];

    /// <summary>The requirements; ids are unique, and the order is that of sections and then of the document.</summary>
    /// <param name="specification">The contract.</param>
    /// <param name="options">The environment that is meant.</param>
    public static ImmutableArray<InventoryEntry> Of(IntegrationSpecification specification, CompilerOptions options)
    {
        var context = new InventoryContext(specification, options);
        return [.. Sources.SelectMany(source => source.Of(context)).DistinctBy(entry => entry.Requirement.Id)];
    }
}
