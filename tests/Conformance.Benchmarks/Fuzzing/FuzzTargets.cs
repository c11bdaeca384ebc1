using System.Collections.Immutable;
using Conformance.Certificates.Bundles;
using Conformance.Certificates.Signing;
using Conformance.OpenApi;
using Conformance.Records;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Specification;
using Conformance.Specification.Configuration;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;
using Conformance.Traffic;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>The readers, with the files of the repository that they read.</summary>
/// <param name="repository">Root folder of the repository.</param>
internal sealed class FuzzTargets(string repository)
{
    private readonly Lazy<(IntegrationSpecification Specification, ImmutableArray<ContractCase> Cases)> contract = new(
        () =>
        {
            var specification = SpecificationLoader.Load(ContractIn(repository)).Specification!;
            return (specification, ScenarioCompiler.Compile(specification, new CompilerOptions()));
        }
    );

    private string Kept => Path.Combine(repository, "tests", "Conformance.Benchmarks", "Fuzzing", "Corpus");

    /// <summary>All of them.</summary>
    public ImmutableArray<FuzzTarget> All =>
        [
            new("specification", ".yaml", Specifications, SpecificationUses.All),
            new("openapi", ".yaml", OpenApiDocuments, ReadOpenApi),
            new("har", ".har", InCorpus("har"), ReadHar),
            new("manifest", ".json", InCorpus("manifest"), ReadManifest),
            new("record", ".ndjson", InCorpus("record"), ReadRecord),
            new("envelope", ".json", InCorpus("envelope"), ReadEnvelope),
            new("bundle", ".zip", InCorpus("bundle"), ReadBundle),
            new("waivers", ".yaml", InCorpus("waivers"), ReadWaivers),
        ];

    /// <summary>Inputs that a reader did not take once.</summary>
    public IReadOnlyList<string> FoundBy(string target) => InCorpus(Path.Combine("found", target));

    private IReadOnlyList<string> OpenApiDocuments =>
        [.. Below("tests/Conformance.Tests/OpenApi/Documents", "*.*"), .. InCorpus("openapi")];

    private IReadOnlyList<string> Specifications =>
        [
            .. Below("specs", "*.yaml"),
            .. Below("src/Conformance.Specification/Rules/Examples", "*.yaml"),
            .. Below("src/Conformance.Evolution/Rules/Examples", "*.yaml"),
            .. Below("tests/Conformance.Tests/Run", "*.yaml"),
            .. Below("tests/Conformance.Tests/Specification/SourceText", "*.yaml"),
            .. Below("tests/Conformance.Tests/Simulator", "*.yaml"),
            .. InCorpus("specification"),
        ];

    // Recorded traffic and records are about this one.
    private static string ContractIn(string repository) =>
        Path.Combine(repository, "tests", "Conformance.Tests", "Run", "notes.yaml");

    private string[] Below(string folder, string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(repository, folder), pattern, SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private string[] InCorpus(string target) =>
        Directory.Exists(Path.Combine(Kept, target))
            ? [.. Directory.EnumerateFiles(Path.Combine(Kept, target)).Order(StringComparer.Ordinal)]
            : [];

    private static IEnumerable<string> ReadOpenApi(string file)
    {
        var imported = OpenApiImport.Read(file);
        var seen = DiagnosticPlaces.Check(imported.Loading.Diagnostics, imported.Loading.Sources).ToList();
        if (imported.Text is not { } text)
        {
            return seen;
        }

        // What import writes is read by the loader next: it must be YAML, whatever the document was.
        var again = SpecificationLoader.LoadText("imported.yaml", text);
        if (again.Specification is null)
        {
            throw new BrokenPromise($"the imported text cannot be read: {again.Diagnostics.FirstOrDefault()?.Message}");
        }

        return seen.Append($"imported, {(again.HasErrors ? "with errors" : "valid")}");
    }

    private IEnumerable<string> ReadHar(string file)
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-har-").FullName;
        try
        {
            var options = new TrafficOptions
            {
                Specification = ContractIn(repository),
                File = file,
                BaseUrl = new Uri("https://api.example.com"),
                Reports = "junit",
                OutputFolder = folder,
            };
            var review = TrafficReview.RunAsync(options, new RunContext(), CancellationToken.None);
            return Outcome(review.GetAwaiter().GetResult(), r => $"judged, exit code {r.Gate.ExitCode}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> ReadManifest(string file) =>
        Outcome(RunRecord.ReadManifest(File.ReadAllBytes(file)), m => $"a manifest of {m.Segments.Length} parts");

    private IEnumerable<string> ReadRecord(string file)
    {
        var manifest = RunRecord.ReadManifest(File.ReadAllBytes(InCorpus("manifest")[0])).Value!;
        var read = RunRecord.Read("record", manifest, File.ReadAllBytes(file));
        if (!read.Succeeded)
        {
            return Outcome(read, _ => "");
        }

        var (specification, cases) = contract.Value;
        return Outcome(
            Rederivation.Of(read.Value, specification, cases),
            again => $"judged again: {string.Join(", ", again.Cases.Select(c => c.ToString().Length).Order().Take(3))}"
        );
    }

    private static IEnumerable<string> ReadEnvelope(string file) =>
        DsseEnvelope.Read(File.ReadAllBytes(file)) is { } envelope
            ? [$"{envelope.PayloadBytes?.Length}, {envelope.Signatures.IsDefaultOrEmpty}"]
            : ["no envelope"];

    private static IEnumerable<string> ReadBundle(string file) =>
        Outcome(BundleFiles.Read(file), b => $"{b.Contents.Count} files");

    private static IEnumerable<string> ReadWaivers(string file)
    {
        var (waivers, diagnostics) = WaiverReader.Read(file);
        return DiagnosticPlaces
            .Check(diagnostics, [new SourceText(file, File.ReadAllText(file))])
            .Append($"{Math.Min(waivers.Length, 3)} waivers");
    }

    private static IEnumerable<string> Outcome<T>(Attempt<T> attempt, Func<T, string> describe)
        where T : class => [attempt.Succeeded ? describe(attempt.Value) : $"refused: {attempt.Refusal.Kind}"];
}
