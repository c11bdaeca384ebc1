using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Evolution;
using Conformance.Evolution.Writing;
using Conformance.OpenApi;
using Conformance.Scenarios;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Diagnostics.Writing;
using Conformance.Specification.Fixing;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Everything the tool does with a specification before it sends a request.</summary>
internal static class SpecificationUses
{
    /// <summary>Does it all, and names what it saw.</summary>
    /// <param name="file">The specification.</param>
    public static IEnumerable<string> All(string file)
    {
        var loaded = SpecificationLoader.Load(file);
        var linted = Linter.LintAll(loaded);
        var seen = DiagnosticPlaces.Check(linted.Diagnostics, loaded.Sources).ToList();
        foreach (var format in Enum.GetValues<DiagnosticFormat>())
        {
            DiagnosticWriter.Write(TextWriter.Null, format, linted.Diagnostics, loaded.Sources, linted.Suppressed);
        }

        seen.AddRange(
            SpecificationFixer.Fix(loaded.Sources, linted.Diagnostics).Select(f => $"fixed {f.Repaired[0].Id}")
        );
        if (loaded.Specification is { } specification && !linted.Diagnostics.Any(Linter.StopsRun))
        {
            seen.AddRange(Use(specification, loaded));
        }

        return seen;
    }

    private static IEnumerable<string> Use(IntegrationSpecification specification, LoadResult loaded)
    {
        foreach (var entry in SchemaCatalog.Of(specification))
        {
            // The model is for tools: only what it makes of itself can be asked of it.
            _ = entry.Schema.Model;
            yield return $"schema with {entry.Schema.Problems.Length} problems";
        }

        yield return $"document of {IntegrationDocument.ToHtml(specification).Length / 10_000}";
        var compiled = ScenarioCompiler.CompileAll(specification, new CompilerOptions { Explore = 1 });
        foreach (var kind in compiled.Cases.Select(c => c.Id.Split('/')[1]).Distinct())
        {
            yield return $"case of {kind}";
        }

        OpenApiExport.Write(loaded, asJson: true);
        foreach (var change in Changes(specification, loaded.Sources))
        {
            yield return change;
        }
    }

    /// <summary>Against nothing but the first endpoint of itself, both ways: each of both is what a diff can meet.</summary>
    private static IEnumerable<string> Changes(
        IntegrationSpecification specification,
        ImmutableArray<SourceText> sources
    )
    {
        var less = specification with { Endpoints = [.. specification.Endpoints.Take(1)], DataModels = [] };
        foreach (var (old, now) in new[] { (less, specification), (specification, less) })
        {
            var comparison = SpecificationComparison.Of(old, now);
            foreach (var format in Enum.GetValues<ComparisonFormat>())
            {
                ComparisonWriter.Write(TextWriter.Null, format, comparison, View.Consumer, sources, sources);
            }

            yield return $"{Math.Min(comparison.Changes.Length, 5)} changes";
        }
    }
}
