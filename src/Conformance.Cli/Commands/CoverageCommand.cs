using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Scenarios.Inventory;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance coverage</c>: shows every requirement of a specification with the cases that test it.</summary>
internal sealed class CoverageCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<string> format = OptionOf.Word("--format", "How it is written", "text", "json");
    private readonly Option<string?> environment = OptionOf.Text(
        "--environment",
        "NAME",
        "The environment the cases are for"
    );
    private readonly Option<string?> filter = OptionOf.Text(
        "--filter",
        "FILTER",
        "Count the cases of a selection only, as for run"
    );
    private readonly Option<bool> missing = OptionOf.Switch(
        "--missing",
        "Show only the requirements that no case tests, with the reasons"
    );
    private readonly Option<bool> standards = OptionOf.Switch(
        "--standards",
        "Show the rules of standards and good practice behind the suite instead, with what tests each or why nothing does"
    );
    private readonly Option<bool> requireAll = OptionOf.Switch(
        "--require-all",
        "Exit code 5 when a requirement that can fail a target has neither a case nor a reason"
    );

    private CoverageCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var coverage = new CoverageCommand(console);
        var command = new Command(
            "coverage",
            "Show every requirement of a specification with the cases that test it, and those that none tests."
        )
        {
            coverage.specification,
            coverage.format,
            coverage.environment,
            coverage.filter,
            coverage.missing,
            coverage.standards,
            coverage.requireAll,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(coverage.Run(parsed, cancellationToken)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(standards) ? ShowStandards(parsed) : ShowRequirements(parsed, cancellationToken);

    private int ShowStandards(ParseResult parsed)
    {
        if (parsed.GetRequiredValue(format) == "json")
        {
            StandardsJson.Write(parsed.GetValue(missing), console.Out);
        }
        else
        {
            new StandardsListing(console).Write(parsed.GetValue(missing));
        }

        return ExitCodes.Conforming;
    }

    private int ShowRequirements(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        if (!path.Succeeded)
        {
            return RefusalWriter.Write(path.Refusal, console);
        }

        var options = new RunOptions
        {
            Specification = path.Value,
            Filter = parsed.GetValue(filter),
            Environment = parsed.GetValue(environment),
        };
        var plan = ConformancePlan.Make(options, cancellationToken);
        if (!plan.Succeeded)
        {
            return RefusalWriter.Write(plan.Refusal, console);
        }

        var coverage = plan.Value.Coverage();
        if (parsed.GetRequiredValue(format) == "json")
        {
            CoverageJson.Write(plan.Value, coverage, parsed.GetValue(missing), console.Out);
        }
        else
        {
            new CoverageListing(console).Write(plan.Value, coverage, parsed.GetValue(missing));
        }

        return parsed.GetValue(requireAll) ? Gate(coverage) : ExitCodes.Conforming;
    }

    private int Gate(RequirementCoverage coverage)
    {
        var gaps = coverage.Gaps.Count();
        if (gaps == 0)
        {
            return ExitCodes.Conforming;
        }

        console.Error.WriteLine($"error: {gaps} requirements that can fail a target have neither a case nor a reason");
        return ExitCodes.GateNotMet;
    }
}
