using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Conformance.Benchmarks.Comparison;

/// <summary>The tool as its container image has it: with .NET in it, compiled ahead of time (ReadyToRun) for this machine.</summary>
[SupportedOSPlatform("linux")]
internal static class PublishedTool
{
    /// <summary>Publishes the tool.</summary>
    /// <param name="scratch">Where it is built.</param>
    /// <returns>Path of the program.</returns>
    public static async Task<string> MakeAsync(string scratch)
    {
        var folder = Path.Combine(scratch, "cli");
        var published = await MeasuredProcess.RunAsync(
            [
                "dotnet",
                "publish",
                Path.Combine("src", "Conformance.Cli"),
                "-c",
                "Release",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "true",
                "-p:PublishReadyToRun=true",
                "-o",
                folder,
                "--artifacts-path",
                Path.Combine(scratch, "build"),
            ],
            Repository.Root
        );
        return published.ExitCode == 0
            ? Path.Combine(folder, "Conformance.Cli")
            : throw new InvalidOperationException(published.Output);
    }
}
