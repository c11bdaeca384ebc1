using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;

namespace Conformance.Scenarios;

/// <summary>Compiles a specification into contract cases. The same specification and options give the same cases.</summary>
public static class ScenarioCompiler
{
    private const int EndpointsAtOnce = 16;

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
    /// <param name="cancellationToken">Ends the compilation.</param>
    public static CaseCompilation CompileAll(
        IntegrationSpecification specification,
        CompilerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        // A context is for one thread: generators of data and caches are in it. What comes out depends on the case alone.
        using var contexts = new ThreadLocal<CompilerContext>(() => new CompilerContext(specification, options));
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        var parts = Parts(specification.Endpoints.Length, cancellationToken).ToArray();
        var compiled = new CaseCompilation[parts.Length];
        Parallel.For(0, parts.Length, parallel, i => compiled[i] = parts[i](contexts.Value!));
        var cases = compiled.SelectMany(p => p.Cases).ToList();
        RequireUnique(cases);
        return new([.. cases.OrderBy(c => c.Isolation)], [.. compiled.SelectMany(p => p.Omissions)]);
    }

    // Every situation at every operation, in this order.
    private static IEnumerable<Func<CompilerContext, CaseCompilation>> Parts(
        int endpoints,
        CancellationToken cancellationToken
    )
    {
        foreach (var source in ScenarioSources.All)
        {
            if (source is not EndpointSource at)
            {
                yield return context => context.Compiled(source.Compile(context), cancellationToken);
                continue;
            }

            foreach (var some in Enumerable.Range(0, endpoints).Chunk(EndpointsAtOnce))
            {
                yield return context =>
                    context.Compiled(at.Compile(some.Select(i => context.Endpoints[i])), cancellationToken);
            }
        }
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
