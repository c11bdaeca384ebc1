using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Webhooks;

/// <summary>What an operation did to the state of the provider.</summary>
/// <param name="Before">The resource before; null when there was none.</param>
/// <param name="After">The resource after; null when there is none any more.</param>
internal sealed record ResourceChange(Resource? Before, Resource? After)
{
    /// <summary>The resource as it is, or was last.</summary>
    public Resource? Current => After ?? Before;
}
