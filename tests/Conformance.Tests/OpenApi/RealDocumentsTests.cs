using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Conformance.OpenApi;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Tests.Reports;
using FluentAssertions;
using Microsoft.OpenApi;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>
/// Documents of others, out of npm packages: each is imported, linted, exported again and judged by two validators, which
/// must find nothing in the export that they do not find in the original. A row of a table for each is written to the
/// test's output. Minutes, and packages that nothing else needs: only when asked for.
/// </summary>
[Explicit(
    "npm install --prefix artifacts/node @readme/oas-examples@8.2.2 @scalar/galaxy @directus/specs "
        + "@blockfrost/openapi @digdir/dialogporten-schema @octokit/openapi@23.0.2 @octokit/openapi-webhooks"
)]
[NonParallelizable]
internal sealed class RealDocumentsTests
{
    // Of 13 MB, on a busy machine.
    private static readonly TimeSpan LongestLint = TimeSpan.FromMinutes(15);

    private static IEnumerable<string> Documents =>
        [
            "@readme/oas-examples/3.0/yaml/petstore.yaml",
            "@readme/oas-examples/3.1/yaml/train-travel.yaml",
            "@readme/oas-examples/3.0/json/star-trek.json",
            "@scalar/galaxy/dist/3.1.yaml",
            "@digdir/dialogporten-schema/swagger.verified.json",
            "@directus/specs/dist/openapi.json",
            "@blockfrost/openapi/openapi.yaml",
            "@octokit/openapi-webhooks/generated/api.github.com.json",
            "@octokit/openapi/generated/api.github.com.json",
        ];

    [TestCaseSource(nameof(Documents))]
    public async Task A_document_of_others_is_carried_over(string document)
    {
        var file = NodePackages.File(document);
        using var folder = new TemporaryFolder();
        var watch = Stopwatch.StartNew();
        var imported = OpenApiImport.Read(file);
        var seconds = watch.Elapsed.TotalSeconds;
        imported.Text.Should().NotBeNull();
        var loaded = SpecificationLoader.LoadText("imported.yaml", imported.Text!);
        var errors = Linter.Lint(loaded).Count(d => d.Severity == Severity.Error);
        var exported = OpenApiExport.Write(loaded, asJson: true);
        await File.WriteAllTextAsync(folder.File("api.json"), exported);
        var reader = OpenApiDocument.Parse(exported, "json").Diagnostic!.Errors.Count;

        var redocly = (Export: await RedoclyAsync(folder, "api.json"), Original: await RedoclyAsync(folder, file));
        var spectral = (Export: await SpectralAsync(folder, "api.json"), Original: await SpectralAsync(folder, file));
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {document} | {new FileInfo(file).Length / 1024} KB | {Counts(imported.Report)} | {Losses(imported.Report)} | {seconds:0.0} s | {loaded.Specification!.Endpoints.Length} operations, {loaded.Specification.Webhooks?.Events.Length ?? 0} events | {reader} / {Told(redocly.Export, redocly.Original)} / {Told(spectral.Export, spectral.Original)} |"
            )
        );
        errors.Should().Be(0);
        reader.Should().Be(0);
        redocly.Export.Keys.Should().BeSubsetOf(redocly.Original.Keys);
        spectral.Export.Keys.Should().BeSubsetOf(spectral.Original.Keys);
    }

    private static string Told(Dictionary<string, int> export, Dictionary<string, int> original) =>
        string.Create(CultureInfo.InvariantCulture, $"{export.Values.Sum()} (original {original.Values.Sum()})");

    private static string Counts(ImportReport report) =>
        string.Join(
            ", ",
            report.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Kind} {c.Carried}/{c.Found}"))
        );

    private static string Losses(ImportReport report) =>
        string.Join(
            "; ",
            report
                .Losses.OrderByDescending(l => l.Count)
                .Take(3)
                .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Count} x {l.What}: {l.Why}"))
        );

    /// <summary>How often each rule finds an error.</summary>
    private static async Task<Dictionary<string, int>> RedoclyAsync(TemporaryFolder folder, string document)
    {
        await File.WriteAllTextAsync(folder.File("redocly.yaml"), "extends: [recommended]\ntelemetry: off\n");
        var (_, output) = await NodePackages.RunAsync(
            folder.Path,
            LongestLint,
            "node",
            "--max-old-space-size=4096",
            NodePackages.File("@redocly/cli/bin/cli.js"),
            "lint",
            "--config=redocly.yaml",
            "--max-problems=10000",
            "--format=json",
            document
        );
        using var found = JsonDocument.Parse(Json(output, '{'));
        return found
            .RootElement.GetProperty("problems")
            .EnumerateArray()
            .Where(p => p.GetProperty("severity").GetString() == "error")
            .CountBy(p => p.GetProperty("ruleId").GetString()!)
            .ToDictionary();
    }

    private static async Task<Dictionary<string, int>> SpectralAsync(TemporaryFolder folder, string document)
    {
        await File.WriteAllTextAsync(folder.File("ruleset.yaml"), "extends: ['spectral:oas']\n");
        var report = folder.File("spectral.json");
        await NodePackages.RunAsync(
            folder.Path,
            LongestLint,
            "node",
            "--max-old-space-size=4096",
            NodePackages.File("@stoplight/spectral-cli/dist/index.js"),
            "lint",
            "--ruleset",
            "ruleset.yaml",
            "--format",
            "json",
            "--output",
            report,
            document
        );
        using var found = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return found
            .RootElement.EnumerateArray()
            .Where(p => p.GetProperty("severity").GetInt32() == 0)
            .CountBy(p => p.GetProperty("code").GetString()!)
            .ToDictionary();
    }

    // What else the program says stands around it.
    private static string Json(string output, char first)
    {
        var (start, end) = (output.IndexOf(first, StringComparison.Ordinal), output.LastIndexOf('}'));
        return start < 0 ? throw new InvalidDataException(output) : output[start..(end + 1)];
    }
}
