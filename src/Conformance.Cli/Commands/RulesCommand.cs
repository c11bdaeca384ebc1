using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Evolution;
using Conformance.Specification;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance rules</c>: the catalogue of lint rules and of the rules of <c>conformance diff</c>, or the page of one.</summary>
internal static class RulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "A rule such as DOC-102; left out: all rules, one a line",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("rules", "List the rules of lint and of diff, or explain one with examples.") { id };
        command.SetAction(parsed => Run(parsed.GetValue(id), console));
        return command;
    }

    private static int Run(string? id, CliConsole console)
    {
        if (id is null)
        {
            RuleText.WriteAll(Linter.Rules, console.Out);
            RuleText.WriteAll(SpecificationComparison.Rules, console.Out);
            return ExitCodes.Conforming;
        }

        if (RulePage.Of(id) is { } page)
        {
            RuleText.Write(page, console.Out);
            return ExitCodes.Conforming;
        }

        if (EvolutionRulePage.Of(id) is { } comparison)
        {
            RuleText.Write(comparison, console.Out);
            return ExitCodes.Conforming;
        }

        return RefusalWriter.Write(Refusal.Configuration($"There is no rule '{id}'.", UnknownRule(id)), console);
    }

    private static string UnknownRule(string id)
    {
        var near = Specification.Diagnostics.NearestWord.Among(
            Linter.Rules.Select(r => r.Id).Concat(SpecificationComparison.Rules.Select(r => r.Id)),
            id
        );
        return near is null
            ? "'conformance rules' lists them all."
            : $"Did you mean '{near}'? 'conformance rules' lists them all.";
    }
}
