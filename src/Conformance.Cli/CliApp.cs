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
            var parsed = Root(console).Parse(arguments);
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

    private static Command Root(CliConsole console)
    {
        var version = new Option<bool>("--version") { Description = "Print the version." };
        var root = new Command("conformance", "Runs an integration specification, written in YAML, as a contract.")
        {
            RunCommand.Create(console),
            MergeCommand.Create(console),
            CertifyCommand.Create(console),
            VerifyCertificateCommand.Create(console),
            LintCommand.Create(console),
            RulesCommand.Create(console),
            ListCommand.Create(console),
            CoverageCommand.Create(console),
            SchemaCommand.Create(console),
            DocsCommand.Create(console),
            ImportCommand.Create(console),
            ExportCommand.Create(console),
            DiffCommand.Create(console),
            InitCommand.Create(console),
            SimulateCommand.Create(console),
            VerifyCommand.Create(console),
            ObserveCommand.Create(console),
            CheckHarCommand.Create(console),
            RecordCommand.Create(console),
            CompareCommand.Create(console),
            ReportCommand.Create(console),
            WebhookReceiverCommand.Create(console),
            new HelpOption(),
            version,
        };
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
