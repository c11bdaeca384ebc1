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
    public static IntegrationSpecification Specification(string name)
    {
        var loaded = SpecificationLoader.Load(RepositoryFiles.Spec($"{name}.yaml"));
        return loaded.Specification
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Diagnostics));
    }

    public static IntegrationSpecification Text(string yaml)
    {
        var loaded = SpecificationLoader.LoadText("spec.yaml", yaml);
        return loaded.Specification
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Diagnostics));
    }

    public static ImmutableArray<ContractCase> Cases(string name, int seed = 1) =>
        ScenarioCompiler.Compile(Specification(name), new CompilerOptions { Seed = seed });
}
