using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Documents;
using Conformance.Specification.Model;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance docs</c>: writes a specification as the document that people read.</summary>
internal sealed class DocsCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<string?> folder = OptionOf.Text(
        "--out",
        "DIR",
        "Folder that NAME.md and NAME.html are written into (reports)"
    );
    private readonly Option<string> format = OptionOf.Word("--format", "What is written", "both", "markdown", "html");
    private readonly Option<string?> summary = OptionOf.Text(
        "--summary",
        "FILE",
        "summary.json of a run: each requirement is shown with its last verdict"
    );

    private DocsCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var docs = new DocsCommand(console);
        var command = new Command(
            "docs",
            "Write a specification as the document that people read, in Markdown and as one HTML page."
        )
        {
            docs.specification,
            docs.folder,
            docs.format,
            docs.summary,
        };
        command.SetAction(docs.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        if (!path.Succeeded)
        {
            return RefusalWriter.Write(path.Refusal, console);
        }

        var loaded = SpecificationSource.Load(path.Value, cancellationToken);
        if (!loaded.Succeeded)
        {
            return RefusalWriter.Write(loaded.Refusal, console);
        }

        var contract = loaded.Value.Specification!;
        RunVerdicts? verdicts = null;
        if (parsed.GetValue(summary) is { } file)
        {
            var read = SummaryVerdicts.Read(file, contract);
            if (!read.Succeeded)
            {
                return RefusalWriter.Write(read.Refusal, console);
            }

            verdicts = read.Value;
        }

        return await OutputFiles.TryAsync(
            console,
            () => WriteAsync(parsed, path.Value, contract, verdicts, cancellationToken)
        );
    }

    private async Task WriteAsync(
        ParseResult parsed,
        string path,
        IntegrationSpecification contract,
        RunVerdicts? verdicts,
        CancellationToken cancellationToken
    )
    {
        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
        var target = Path.Combine(parsed.GetValue(folder) ?? "reports", name);
        var wanted = parsed.GetRequiredValue(format);
        var documents = new (string Format, string File, Func<string> Text)[]
        {
            ("markdown", target + ".md", () => IntegrationDocument.ToMarkdown(contract, verdicts)),
            ("html", target + ".html", () => IntegrationDocument.ToHtml(contract, verdicts)),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        await OutputFiles
            .Guarded(console, contract)
            .WriteEachAsync(
                documents.Where(d => wanted == "both" || wanted == d.Format).Select(d => (d.File, d.Text)),
                console.Out.WriteLine,
                cancellationToken
            );
    }
}
