using System.CommandLine;
using System.CommandLine.Help;
using Conformance.Cli.Commands;
using Conformance.Cli.Output;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli;

/// <summary>The command line: arguments in, text and exit code out.</summary>
internal static class CliApp
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="console">The process around it.</param>
    /// <param name="cancellationToken">Interrupts the command.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var parsed = Root(arguments, console).Parse(arguments);
            if (parsed.Errors.Count > 0 || UnknownWords.StandForArguments(parsed))
            {
                return UsageErrors.Write(parsed, console);
            }

            var configuration = new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                // Signals are ours: the run itself decides what is left to do when one comes.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("error: interrupted");
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // The last door: a user must never see a stack trace, nor a crash that looks like a result.
        catch (Exception e)
#pragma warning restore CA1031
        {
            DefectText.Write(e, console.Error);
            return ExitCodes.UsageOrConfiguration;
        }
    }

    /// <summary>The commands by name, in the order in which help lists them.</summary>
    internal static IReadOnlyList<(string Name, Func<CliConsole, Command> Create)> Commands { get; } =
    [
        ("run", RunCommand.Create),
        ("merge", MergeCommand.Create),
        ("certify", CertifyCommand.Create),
        ("verify-certificate", VerifyCertificateCommand.Create),
        ("lint", LintCommand.Create),
        ("rules", RulesCommand.Create),
        ("list", ListCommand.Create),
        ("coverage", CoverageCommand.Create),
        ("schema", SchemaCommand.Create),
        ("docs", DocsCommand.Create),
        ("import", ImportCommand.Create),
        ("export", ExportCommand.Create),
        ("diff", DiffCommand.Create),
        ("init", InitCommand.Create),
        ("simulate", SimulateCommand.Create),
        ("verify", VerifyCommand.Create),
        ("observe", ObserveCommand.Create),
        ("check-har", CheckHarCommand.Create),
        ("record", RecordCommand.Create),
        ("compare", CompareCommand.Create),
        ("report", ReportCommand.Create),
        ("webhook-receiver", WebhookReceiverCommand.Create),
    ];

    // Every command has dozens of options: where it is plain which one is meant, the others are not made.
    private static Command Root(IReadOnlyList<string> arguments, CliConsole console)
    {
        var version = new Option<bool>("--version") { Description = "Print the version." };
        var root = new Command("conformance", "Runs an integration specification, written in YAML, as a contract.");
        var meant = Commands.Where(c => arguments is [var first, ..] && c.Name == first).ToArray();
        foreach (var (_, create) in meant.Length > 0 ? meant : Commands)
        {
            root.Add(create(console));
        }

        root.Add(new HelpOption());
        root.Add(version);
        root.SetAction(parsed =>
        {
            if (parsed.GetValue(version))
            {
                console.Out.WriteLine($"conformance {ToolVersion.Current}");
                return ExitCodes.Conforming;
            }

            return UsageErrors.WriteNoCommand(root, console);
        });
        return root;
    }
}
