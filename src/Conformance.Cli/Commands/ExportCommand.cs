using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.OpenApi;
using Conformance.Specification.Model;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance export openapi</c>: writes a specification as an OpenAPI 3.1 document.</summary>
internal sealed class ExportCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<string?> output = OptionOf.Text(
        "--out",
        "FILE",
        "File the document is written into, JSON if it ends in .json, else YAML (YAML on standard output)"
    );

    private ExportCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var export = new ExportCommand(console);
        var openApi = new Command(
            "openapi",
            "Write a specification as an OpenAPI 3.1 document; what OpenAPI cannot say goes along as x-integration-*."
        )
        {
            export.specification,
            export.output,
        };
        openApi.SetAction(export.RunAsync);
        return new Command("export", "Write a specification as another description of an interface.") { openApi };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var loaded = SpecificationArgument.Load(parsed.GetValue(specification), cancellationToken);
        if (!loaded.Succeeded)
        {
            return RefusalWriter.Write(loaded.Refusal, console);
        }

        var file = parsed.GetValue(output);
        var isJson = string.Equals(Path.GetExtension(file), ".json", StringComparison.OrdinalIgnoreCase);
        var text = OpenApiExport.Write(loaded.Value, isJson);
        if (file is null)
        {
            console.Out.Write(text);
            return ExitCodes.Conforming;
        }

        return await OutputFiles.TryAsync(
            console,
            () => WriteAsync(file, text, loaded.Value.Specification, cancellationToken)
        );
    }

    private async Task WriteAsync(
        string file,
        string text,
        IntegrationSpecification? specification,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await OutputFiles.Guarded(console, specification).WriteAsync(file, text, cancellationToken);
        console.Out.WriteLine(file);
    }
}
