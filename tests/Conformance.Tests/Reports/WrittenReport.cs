using System.Text.Json.Nodes;
using Conformance.Reports;
using Conformance.Verdicts.Results;
using FluentAssertions;

namespace Conformance.Tests.Reports;

/// <summary>A report of the sample run, as text, and what a program of another house says of it.</summary>
internal static class WrittenReport
{
    /// <summary>Writes one report, and reads what was written.</summary>
    public static async Task<string> TextAsync(
        string key,
        RunResult? result = null,
        Func<ReportOptions, ReportOptions>? change = null
    )
    {
        using var folder = new TemporaryFolder();
        var options = SampleRun.Options(folder.Path);
        var outcome = await SampleRun.WriteAsync(folder.Path, key, result, change?.Invoke(options) ?? options);
        outcome.Problems.Should().BeEmpty();
        return await File.ReadAllTextAsync(outcome.Written.Single().Path);
    }

    /// <summary>What a script of Node.js prints of a file; skips the test where the package is not installed.</summary>
    /// <param name="package">The package that the script requires.</param>
    /// <param name="script">The script; <c>file</c> is the path of the file, <c>lib</c> the package.</param>
    /// <param name="extension">Of the file.</param>
    /// <param name="content">Of the file.</param>
    public static async Task<JsonNode?> ReadByAsync(string package, string script, string extension, string content)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File($"report.{extension}");
        await File.WriteAllTextAsync(file, content);
        var installed = Path.GetDirectoryName(NodePackages.File($"{package}/package.json"))!;
        var (exitCode, output) = await NodePackages.RunAsync(
            folder.Path,
            "node",
            "-e",
            $"const [installed, file] = process.argv.slice(1); const lib = require(installed); {script}",
            installed,
            file
        );
        exitCode.Should().Be(0, output);
        return JsonNode.Parse(output);
    }
}
