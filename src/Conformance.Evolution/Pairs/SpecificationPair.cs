using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Evolution.Rules;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>Two versions of a specification, and what belongs together in them.</summary>
internal sealed partial class SpecificationPair
{
    private readonly Lazy<ImmutableArray<SchemaPair>> schemas;

    public SpecificationPair(IntegrationSpecification old, IntegrationSpecification now)
    {
        Old = old;
        New = now;
        AllOperations = Operations(old, now);
        schemas = new Lazy<ImmutableArray<SchemaPair>>(() => [.. new MessagePairs(this).All()]);
    }

    public IntegrationSpecification Old { get; }

    public IntegrationSpecification New { get; }

    /// <summary>All operations; those that only one version has, with null for the other.</summary>
    public ImmutableArray<(Endpoint? Old, Endpoint? New)> AllOperations { get; }

    /// <summary>The operations of both versions.</summary>
    public IEnumerable<OperationPair> Kept =>
        AllOperations.Where(p => p.Old is not null && p.New is not null).Select(p => new OperationPair(p.Old!, p.New!));

    /// <summary>The schemas of everything that travels, value by value.</summary>
    public ImmutableArray<SchemaPair> Schemas => schemas.Value;

    /// <summary>A section as subject of a change; where a version lacks it, its head stands for it.</summary>
    public Subject Section(string name, SourceLocation? old, SourceLocation? now) =>
        new(name, old ?? Old.Info.Location, now ?? New.Info.Location);

    /// <summary>A path without the names of its parameters: they do not travel.</summary>
    public static string Shape(string path) => Parameter().Replace(path, "{}");

    // By address first, for that is what travels; what moved is known by its operation id.
    private static ImmutableArray<(Endpoint? Old, Endpoint? New)> Operations(
        IntegrationSpecification old,
        IntegrationSpecification now
    )
    {
        var byAddress = Matching.By(old.Endpoints, now.Endpoints, e => $"{e.Method.Value} {Shape(e.Path.Value)}");
        var moved = Matching.By(
            byAddress.Where(p => p.New is null).Select(p => p.Old!),
            byAddress.Where(p => p.Old is null).Select(p => p.New!),
            e => e.OperationId.Value
        );
        return [.. byAddress.Where(p => p.Old is not null && p.New is not null), .. moved];
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Parameter();
}
