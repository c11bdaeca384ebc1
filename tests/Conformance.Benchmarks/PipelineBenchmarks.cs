using BenchmarkDotNet.Attributes;
using Conformance.Scenarios;
using Conformance.Scenarios.Payloads;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Benchmarks;

/// <summary>
/// What stands between a YAML file and the first request: loading, linting, compiling, and of compiling the schemas and
/// the payloads. Loading is the baseline; the others are told as multiples of it. Run with <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- --filter '*'</c>.
/// </summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private string text = "";
    private LoadResult loaded = null!;
    private IntegrationSpecification specification = null!;
    private SamplePayloads payloads = null!;

    /// <summary>The specifications that come with the project.</summary>
    [Params("orders.yaml", "parcels.yaml")]
    public string File { get; set; } = "";

    /// <summary>Reads the file once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        text = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "specs", File));
        loaded = SpecificationLoader.LoadText(File, text);
        specification = loaded.Specification ?? throw new InvalidOperationException($"{File} does not load.");
        payloads = new SamplePayloads(specification, 1);
    }

    /// <summary>YAML to the model.</summary>
    [Benchmark(Baseline = true)]
    public LoadResult Load() => SpecificationLoader.LoadText(File, text);

    /// <summary>The model to findings.</summary>
    [Benchmark]
    public int Lint() => Linter.Lint(loaded).Length;

    /// <summary>The JSON schema of every answer, ready to validate.</summary>
    [Benchmark]
    public int GenerateSchemas() =>
        specification
            .Endpoints.SelectMany(e => e.Responses)
            .Select(r => r.Schema)
            .OfType<SchemaNode>()
            .Count(schema => ContractSchema.Create(schema, specification).Problems.IsEmpty);

    /// <summary>A valid body of every operation that takes one.</summary>
    [Benchmark]
    public int GeneratePayloads() =>
        specification
            .Endpoints.Select(e => e.Request?.Schema)
            .OfType<SchemaNode>()
            .Count(schema => payloads.Valid(schema, "benchmark", withOptional: true) is not null);

    /// <summary>The model to cases with all their payloads.</summary>
    [Benchmark]
    public int Compile() => ScenarioCompiler.Compile(specification, new CompilerOptions()).Length;
}
