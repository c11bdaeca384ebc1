namespace Conformance.Scenarios.Inventory;

/// <summary>Enumerates the requirements of one part of a specification. Looks at the specification only, never at cases.</summary>
internal interface IRequirementSource
{
    /// <summary>The requirements, in document order.</summary>
    IEnumerable<InventoryEntry> Of(InventoryContext context);
}
