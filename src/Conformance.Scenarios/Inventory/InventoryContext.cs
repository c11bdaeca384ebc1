using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What every source may ask while a specification's requirements are enumerated.</summary>
internal sealed class InventoryContext(IntegrationSpecification specification, CompilerOptions options)
{
    /// <summary>The contract.</summary>
    public IntegrationSpecification Specification { get; } = specification;

    /// <summary>The environment.</summary>
    public CompilerOptions Options { get; } = options;

    /// <summary>Follows references.</summary>
    public EffectiveSchema Effective { get; } = new(specification);

    /// <summary>Knows how operations refuse.</summary>
    public ErrorAnswers Errors { get; } = new(specification);

    /// <summary>Whether a credential is demanded.</summary>
    public bool IsProtected(Endpoint endpoint) => !endpoint.IsPublic && Specification.Authentication is not null;
}
