using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Conformance.Specification;
using Conformance.Specification.Schemas;

namespace Conformance.Benchmarks;

/// <summary>
/// A body is held against its schema, from bytes to verdict. Parsing it with <see cref="JsonDocument"/>, which any check
/// needs, is the baseline. One megabyte may take 30 ms.
/// </summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private byte[] body = [];
    private ContractSchema schema = null!;

    /// <summary>Size of the body in kilobytes: ten times as much may cost ten times as much.</summary>
    [Params(10, 100, 1000)]
    public int Kilobytes { get; set; }

    /// <summary>Compiles the schema and writes the body.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (schema, body) = ListOfThings.Of(Kilobytes * 1000);
        if (!schema.Validate(body).IsEmpty)
        {
            throw new InvalidOperationException("The body is not valid.");
        }
    }

    /// <summary>Bytes to a tree.</summary>
    [Benchmark(Baseline = true)]
    public int Parse()
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetArrayLength();
    }

    /// <summary>Bytes to a verdict.</summary>
    [Benchmark]
    public int Validate() => schema.Validate(body).Length;
}
