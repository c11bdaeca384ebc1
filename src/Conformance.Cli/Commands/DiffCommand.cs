using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Evolution;
using Conformance.Evolution.Writing;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance diff</c>: what a new version of a specification breaks, and for whom.</summary>
internal sealed class DiffCommand
{
    private readonly CliConsole console;
    private readonly Argument<string> old = SpecificationArgument.CreateRequired(
        "OLD",
        "The version that is in use: a YAML file or a folder"
    );
    private readonly Argument<string> now = SpecificationArgument.CreateRequired(
        "NEW",
        "The version that shall replace it"
    );
    private readonly Option<string> format = OptionOf.Word(
        "--format",
        "How changes are written",
        "text",
        "json",
        "markdown"
    );
    private readonly Option<string> view = OptionOf.Word(
        "--view",
        "From whose point of view changes are classified",
        "consumer",
        "provider",
        "both"
    );
    private readonly Option<string> gate = OptionOf.Word(
        "--fail-on",
        "What ends with exit code 5: changes that info.version does not announce, those and every breaking change, or nothing",
        "unversioned",
        "breaking",
        "never"
    );

    private DiffCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var diff = new DiffCommand(console);
        var command = new Command(
            "diff",
            "Compare two versions of a specification: breaking, non-breaking and documentation changes, and the version they ask for."
        )
        {
            diff.old,
            diff.now,
            diff.format,
            diff.view,
            diff.gate,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(diff.Run(parsed, cancellationToken)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var before = SpecificationArgument.Load(parsed.GetRequiredValue(old), cancellationToken);
        var after = SpecificationArgument.Load(parsed.GetRequiredValue(now), cancellationToken);
        // A version that cannot be read never counts as one without changes.
        if (!before.Succeeded || !after.Succeeded)
        {
            return new[] { before.Refusal, after.Refusal }
                .OfType<Refusal>()
                .Select(refusal => RefusalWriter.Write(refusal, console))
                .First(code => code != ExitCodes.Conforming);
        }

        var comparison = SpecificationComparison.Of(before.Value.Specification!, after.Value.Specification!);
        var seen = Enum.Parse<View>(parsed.GetRequiredValue(view), ignoreCase: true);
        ComparisonWriter.Write(
            console.Out,
            Enum.Parse<ComparisonFormat>(parsed.GetRequiredValue(format), ignoreCase: true),
            comparison,
            seen,
            before.Value.Sources,
            after.Value.Sources
        );
        var isOpen = parsed.GetRequiredValue(gate) switch
        {
            "never" => true,
            "breaking" => comparison.Version.Fits && comparison.Count(Impact.Breaking, seen) == 0,
            _ => comparison.Version.Fits,
        };
        return isOpen ? ExitCodes.Conforming : ExitCodes.GateNotMet;
    }
}
