using System.Collections.Immutable;
using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Reports.Writing;
using Conformance.Specification;
using Conformance.Specification.Schemas;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance schema</c>: writes the JSON Schemas that follow from a specification.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var specification = SpecificationArgument.Create();
        var folder = OptionOf.Text(
            "--out",
            "DIR",
            "Write one NAME.schema.json for each; left out: one object on standard output"
        );
        var command = new Command("schema", "Write the JSON Schemas of all bodies.") { specification, folder };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    SpecificationArgument.Load(parsed.GetValue(specification), cancellationToken),
                    parsed.GetValue(folder),
                    console,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Attempt<LoadResult> loading,
        string? folder,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        if (!loading.Succeeded)
        {
            return RefusalWriter.Write(loading.Refusal, console);
        }

        var schemas = SchemaCatalog.Of(loading.Value.Specification!);
        if (folder is null)
        {
            await PrintAsync(schemas, console.Out);
            return ExitCodes.Conforming;
        }

        var files = OutputFiles.Guarded(console, loading.Value.Specification);
        return await OutputFiles.TryAsync(
            console,
            () => SaveAsync(schemas, folder, files, console.Out, cancellationToken)
        );
    }

    // The schemas are JSON texts already; reading them back only to write them again would gain nothing.
    private static async Task PrintAsync(ImmutableArray<CatalogEntry> schemas, TextWriter output)
    {
        await output.WriteLineAsync("{");
        for (var i = 0; i < schemas.Length; i++)
        {
            var separator = i == schemas.Length - 1 ? "" : ",";
            await output.WriteLineAsync($"\"{schemas[i].Name}\": {schemas[i].Schema.ToJson().TrimEnd()}{separator}");
        }

        await output.WriteLineAsync("}");
    }

    private static async Task SaveAsync(
        ImmutableArray<CatalogEntry> schemas,
        string folder,
        GuardedFiles files,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        await files.WriteEachAsync(
            schemas.Select(entry =>
                (Path.Combine(folder, $"{entry.Name}.schema.json"), (Func<string>)(() => entry.Schema.ToJson()))
            ),
            output.WriteLine,
            cancellationToken
        );
    }
}
