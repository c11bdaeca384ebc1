using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;

namespace Conformance.Scenarios.Filtering;

/// <summary>Something of a case that a filter can ask for.</summary>
/// <param name="Name">Its name in a filter.</param>
/// <param name="Values">What a case has there.</param>
/// <param name="Allowed">The only values there are; empty when any text may be asked for.</param>
internal sealed record FilterKey(
    string Name,
    Func<ContractCase, IEnumerable<string>> Values,
    ImmutableArray<string> Allowed
)
{
    /// <summary>All keys.</summary>
    public static ImmutableArray<FilterKey> All { get; } =
    [
        new("id", c => [c.Id], []),
        new("kind", c => [KindNames.Of(c.Kind)], [.. KindNames.All]),
        new("endpoint", c => c.Endpoint is { } e ? [e.OperationId.Value, e.Name] : [], []),
        new("level", c => [c.Requirement.Level.ToString()], ["must", "should", "may"]),
        new("tag", c => c.Tags, []),
        new("origin", c => [c.Origin.ToString()], ["declared", "derived"]),
        new("requirement", c => [c.Requirement.Id], []),
    ];
}
