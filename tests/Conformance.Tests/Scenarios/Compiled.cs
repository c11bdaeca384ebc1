using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Specification;

namespace Conformance.Tests.Scenarios;

/// <summary>Compiled specifications of the repository.</summary>
internal static class Compiled
{
    // Made once for all tests, as none of them can change them.
    private static readonly ConcurrentDictionary<string, Lazy<IntegrationSpecification>> Specifications = new();
    private static readonly ConcurrentDictionary<(string, int), Lazy<ImmutableArray<ContractCase>>> Compilations =
        new();

    public static IntegrationSpecification Specification(string name) =>
        Specifications
            .GetOrAdd(
                name,
                key =>
                    new(() =>
                    {
                        var loaded = SpecificationLoader.Load(RepositoryFiles.Spec($"{key}.yaml"));
                        return loaded.Specification
                            ?? throw new InvalidOperationException(
                                string.Join(Environment.NewLine, loaded.Diagnostics)
                            );
                    })
            )
            .Value;

    public static IntegrationSpecification Text(string yaml)
    {
        var loaded = SpecificationLoader.LoadText("spec.yaml", yaml);
        return loaded.Specification
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Diagnostics));
    }

    public static ImmutableArray<ContractCase> Cases(string name, int seed = 1) =>
        Compilations
            .GetOrAdd(
                (name, seed),
                key =>
                    new(() =>
                        ScenarioCompiler.Compile(Specification(key.Item1), new CompilerOptions { Seed = key.Item2 })
                    )
            )
            .Value;
}
