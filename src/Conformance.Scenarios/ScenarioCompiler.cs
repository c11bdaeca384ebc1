using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;

namespace Conformance.Scenarios;

/// <summary>Compiles a specification into contract cases. The same specification and options give the same cases.</summary>
public static class ScenarioCompiler
{
    /// <summary>The cases in the order they are carried out: those that run beside others, those that must not, those that exhaust a limit.</summary>
    /// <param name="specification">The contract.</param>
    /// <param name="options">Seed and environment.</param>
    public static ImmutableArray<ContractCase> Compile(
        IntegrationSpecification specification,
        CompilerOptions options
    ) => CompileAll(specification, options).Cases;

    /// <summary>The cases, and what is not tested.</summary>
    /// <param name="specification">The contract.</param>
    /// <param name="options">Seed and environment.</param>
    public static CaseCompilation CompileAll(IntegrationSpecification specification, CompilerOptions options)
    {
        var context = new CompilerContext(specification, options);
        var sayable = new SayableBodies(context.Effective);
        var cases = ScenarioSources.All.SelectMany(source => source.Compile(context)).Where(sayable.IsSayable).ToList();
        RequireUnique(cases);
        return new([.. cases.OrderBy(c => c.Isolation)], context.Omissions);
    }

    private static void RequireUnique(List<ContractCase> cases)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (cases.Find(c => !ids.Add(c.Id)) is { } repeated)
        {
            throw new InvalidOperationException(
                $"Two cases have the id '{repeated.Id}'; this is a defect of the compiler."
            );
        }

        foreach (var contractCase in cases)
        {
            var steps = contractCase.Steps.Select(s => s.Name).ToList();
            if (steps.Distinct(StringComparer.Ordinal).Count() != steps.Count)
            {
                throw new InvalidOperationException(
                    $"Two steps of case '{contractCase.Id}' have the same name; this is a defect of the compiler."
                );
            }
        }
    }
}
