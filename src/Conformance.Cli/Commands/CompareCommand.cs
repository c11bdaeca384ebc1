using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Comparing;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance compare</c>: what differs between two runs, or between two targets.</summary>
internal static class CompareCommand
{
    private const string NewFailures = "new-failures";
    private const string Anything = "any";
    private const string Never = "never";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var before = SpecificationArgument.CreateRequired("A", "summary.json of the first run, or the folder it is in");
        var after = SpecificationArgument.CreateRequired("B", "summary.json of the second run, or the folder it is in");
        var format = OptionOf.Word("--format", "How the comparison is written", "text", "markdown", "json");
        var failOn = OptionOf.Word(
            "--fail-on",
            "What is not answered with 0: what fails newly (and, of two targets, what behaves otherwise) with 1; also what is slower or no longer shown with 5; or nothing",
            NewFailures,
            Anything,
            Never
        );
        var command = new Command(
            "compare",
            "Compare two runs: newly failing, fixed, slower, coverage. Of two targets: where they behave otherwise."
        )
        {
            before,
            after,
            format,
            failOn,
        };
        command.SetAction(parsed =>
            Run(
                SummarizedRun.Read(parsed.GetRequiredValue(before)),
                SummarizedRun.Read(parsed.GetRequiredValue(after)),
                parsed.GetRequiredValue(format),
                parsed.GetRequiredValue(failOn),
                console
            )
        );
        return command;
    }

    private static int Run(
        Attempt<SummarizedRun> before,
        Attempt<SummarizedRun> after,
        string format,
        string failOn,
        CliConsole console
    )
    {
        if (!before.Succeeded || !after.Succeeded)
        {
            return RefusalWriter.Write((before.Refusal ?? after.Refusal)!, console);
        }

        if (before.Value.Run.Specification.Title != after.Value.Run.Specification.Title)
        {
            return RefusalWriter.Write(
                Refusal.Configuration(
                    $"The runs are of two contracts: '{before.Value.Run.Specification.Title}' and '{after.Value.Run.Specification.Title}'.",
                    "Compare runs of one specification; conformance diff compares specifications."
                ),
                console
            );
        }

        var comparison = RunComparison.Of(before.Value, after.Value);
        if (format == "json")
        {
            console.Out.WriteLine(ComparisonJson.Of(comparison));
        }
        else
        {
            new ComparisonText(comparison, format == "markdown").Write(console.Out);
        }

        return ExitCodeOf(comparison, failOn);
    }

    private static int ExitCodeOf(RunComparison comparison, string failOn)
    {
        if (failOn == Never)
        {
            return ExitCodes.Conforming;
        }

        if (!comparison.NewlyFailing.IsEmpty || (comparison.IsOfTwoTargets && !comparison.Differences.IsEmpty))
        {
            return ExitCodes.RequirementFailed;
        }

        var isLess =
            !comparison.NoLongerDecided.IsEmpty
            || !comparison.RequirementsLost.IsEmpty
            || !comparison.Slower.IsEmpty
            || !comparison.Differences.IsEmpty;
        return failOn == Anything && isLess ? ExitCodes.GateNotMet : ExitCodes.Conforming;
    }
}
