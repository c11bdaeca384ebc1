using System.Diagnostics;
using Conformance.Tests.Specification;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

/// <summary>Programs from npm packages that read what we write, or write what we read; a test that needs one is skipped, visibly, where it is not installed.</summary>
internal static class NodePackages
{
    private const string Install =
        "npm install --prefix artifacts/node --no-audit --no-fund allure@3.18.0 allure-commandline@2.46.1 "
        + "standardwebhooks@1.1.1 stripe@23.1.0 @octokit/webhooks-methods@6.0.0 "
        + "@redocly/cli@2.77.0 @stoplight/spectral-cli@6.16.3 yaml-language-server@2.0.0 "
        + "ctrf@0.3.0 har-validator@5.1.5 test-results-parser@0.4.6 axe-core@4.14.1 dockerfilelint@1.8.0 "
        + "@sigstore/bundle@5.0.1 @sigstore/verify@4.1.3 "
        + "@cyclonedx/cyclonedx-library@10.3.0 ajv@8.20.0 ajv-formats@3.0.1 ajv-formats-draft2019@1.6.1";

    /// <summary>The folder that the packages are installed below.</summary>
    public static string Folder => Path.Combine(RepositoryFiles.Root, "artifacts", "node");

    /// <summary>A file of an installed package; skips the test when it is not there.</summary>
    /// <param name="path">Path below <c>node_modules</c>.</param>
    public static string File(string path)
    {
        var file = Path.Combine(Folder, "node_modules", path);
        if (!System.IO.File.Exists(file))
        {
            Assert.Ignore($"{path} is not installed. In the repository's root folder: {Install}");
        }

        return file;
    }

    /// <summary>Runs a program to its end; skips the test when the program is not on the machine.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        string program,
        params string[] arguments
    ) => RunAsync(folder, TimeSpan.FromMinutes(2), program, arguments);

    /// <summary>Runs a program that may take longer than most.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        TimeSpan limit,
        string program,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The generators would otherwise ask a statistics server.
        start.Environment["ALLURE_NO_ANALYTICS"] = "true";
        using var timeout = new CancellationTokenSource(limit);
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Ignore(
                $"{start.FileName} cannot be started: {e.Message}. Node.js 20 or later and Java 17 or later are needed."
            );
            throw;
        }
    }
}
