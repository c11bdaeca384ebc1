using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.OpenApi;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance import openapi</c>: makes a specification from an OpenAPI document.</summary>
internal sealed class ImportCommand
{
    private readonly CliConsole console;
    private readonly Argument<string> document = new("FILE")
    {
        Description = "The main file of an OpenAPI document, 3.0, 3.1 or Swagger 2.0, JSON or YAML",
    };
    private readonly Option<string?> output = OptionOf.Text(
        "--out",
        "SPEC.yaml",
        "File the specification is written into (standard output)"
    );
    private readonly Option<string?> security = OptionOf.Text(
        "--security",
        "NAME",
        "The security scheme to carry over, where there are several (the one that opens most operations)"
    );
    private readonly Option<bool> overwrite = OptionOf.Switch("--force", "Write over a file that is there already");

    private ImportCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var import = new ImportCommand(console);
        var openApi = new Command(
            "openapi",
            "Make a specification from an OpenAPI document; what OpenAPI cannot say is marked TODO, never guessed."
        )
        {
            import.document,
            import.output,
            import.security,
            import.overwrite,
        };
        openApi.SetAction(import.RunAsync);
        return new Command("import", "Make a specification from another description of an interface.") { openApi };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = OpenApiSource.Read(parsed.GetRequiredValue(document), parsed.GetValue(security), cancellationToken);
        if (!read.Succeeded)
        {
            return RefusalWriter.Write(read.Refusal, console);
        }

        var (text, report) = (read.Value.Text!, read.Value.Report);
        if (parsed.GetValue(output) is not { } file)
        {
            console.Out.Write(text);
            ImportText.Write(report, console.Error);
            return ExitCodes.Conforming;
        }

        if (File.Exists(file) && !parsed.GetValue(overwrite))
        {
            return RefusalWriter.Write(
                Refusal.Configuration($"'{file}' is there already.", "Name another file, or give --force."),
                console
            );
        }

        return await OutputFiles.TryAsync(console, () => WriteAsync(file, text, report, cancellationToken));
    }

    private async Task WriteAsync(string file, string text, ImportReport report, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await OutputFiles.Guarded(console, specification: null).WriteAsync(file, text, cancellationToken);
        ImportText.Write(report, console.Out);
        console.Out.WriteLine(file);
    }
}
