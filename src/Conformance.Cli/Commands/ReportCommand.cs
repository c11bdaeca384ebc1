using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Execution.Secrets;
using Conformance.Reports;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance report --allure</c>: builds the HTML report of Allure from the results of a run.</summary>
internal static class ReportCommand
{
    private const string Generator = "allure@3.18.0";
    private const string Results = "allure-results";
    private const string Page = "index.html";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var folder = new Argument<string?>("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = $"The folder a run wrote its reports into ({ReportOptions.DefaultFolder})",
        };
        var allure = OptionOf.Switch(
            "--allure",
            "Build the HTML report of Allure 3, with the history of earlier builds"
        );
        var open = OptionOf.Switch("--open", "Open it");
        var command = new Command("report", "Build a report from what a run wrote.") { folder, allure, open };
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(allure)
                    ? BuildAsync(
                        parsed.GetValue(folder) ?? ReportOptions.DefaultFolder,
                        parsed.GetValue(open),
                        console,
                        cancellationToken
                    )
                    : Task.FromResult(Refuse(console, "Nothing is asked for.", "conformance report --allure [DIR]"))
        );
        return command;
    }

    private static async Task<int> BuildAsync(
        string folder,
        bool opens,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        if (!Directory.Exists(Path.Combine(folder, Results)))
        {
            return Refuse(
                console,
                $"There are no results of Allure in '{folder}'.",
                "A run with --report allure writes them; name the folder that --out named."
            );
        }

        var page = Path.GetFullPath(Path.Combine(folder, "allure-report", Page));
        var (exitCode, output) = await GenerateAsync(folder, console, cancellationToken);
        if (exitCode != 0 || !File.Exists(page))
        {
            return Refuse(
                console,
                exitCode is null
                    ? "Node.js is not on this machine."
                    // Node.js tells of the environment it runs in.
                    : $"Allure failed: {SecretMask.Of(null, console.Variables).Apply(output.Trim())}",
                $"Install Node.js 20 or later (npx comes with it), then: npx {Generator} awesome {Results} --output allure-report, in '{folder}'."
            );
        }

        console.Out.WriteLine(page);
        if (opens)
        {
            using var viewer = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }

        return ExitCodes.Conforming;
    }

    /// <returns>The exit code and what was said; null when the program is not there.</returns>
    private static async Task<(int? ExitCode, string Output)> GenerateAsync(
        string folder,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        string[] arguments =
        [
            "--yes",
            Generator,
            "awesome",
            Results,
            "--single-file",
            "--output",
            "allure-report",
            "--history-path",
            "allure-history.jsonl",
        ];
        if (Npx(console) is not { } program)
        {
            return (null, "");
        }

        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ALLURE_NO_ANALYTICS"] = "true";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return (null, "");
        }
    }

    private static string? Npx(CliConsole console) =>
        console
            .Variables.GetValueOrDefault("PATH", "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "npx.cmd" : "npx"))
            .FirstOrDefault(File.Exists);

    private static int Refuse(CliConsole console, string message, string fix) =>
        RefusalWriter.Write(Refusal.Configuration(message, fix), console);
}
