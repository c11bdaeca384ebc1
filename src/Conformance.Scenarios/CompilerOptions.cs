using Conformance.Specification.Model;

namespace Conformance.Scenarios;

/// <summary>What the compiler needs to know beside the specification.</summary>
public sealed record CompilerOptions
{
    /// <summary>Decides all generated data.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The environment the cases are for; null for the embedded simulator, where limits are the published ones.</summary>
    public TargetEnvironment? Environment { get; init; }

    /// <summary>How many random valid payloads, random invalid payloads and random sequences of calls are made for each
    /// operation or resource; 0 for none.</summary>
    public int Explore { get; init; }
}
