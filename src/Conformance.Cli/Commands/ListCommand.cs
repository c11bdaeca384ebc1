using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Scenarios.Locking;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance list</c>: shows the cases of a specification, and compares them with a lock file.</summary>
internal sealed class ListCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<string> format = OptionOf.Word("--format", "How cases are written", "text", "json");
    private readonly Option<string?> filter = OptionOf.Text("--filter", "FILTER", "Which cases are shown, as for run");
    private readonly Option<int?> seed = OptionOf.Number("--seed", "Decides all generated data (1)", 0);
    private readonly Option<string?> environment = OptionOf.Text(
        "--environment",
        "NAME",
        "The environment the cases are for"
    );
    private readonly Option<string?> lockFile = OptionOf.Text(
        "--lock",
        "FILE",
        "Compare with the ids and digests of a lock file; exit code 1 when they differ"
    );
    private readonly Option<bool> updateLock = OptionOf.Switch(
        "--update-lock",
        "Write the lock file instead of comparing"
    );

    private ListCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var list = new ListCommand(console);
        var command = new Command("list", "Show the cases that follow from a specification.")
        {
            list.specification,
            list.format,
            list.filter,
            list.seed,
            list.environment,
            list.lockFile,
            list.updateLock,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(list.updateLock) && result.GetValue(list.lockFile) is null)
            {
                result.AddError("--update-lock needs --lock FILE");
            }
        });
        command.SetAction(list.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = Plan(parsed, cancellationToken);
        if (!plan.Succeeded)
        {
            return RefusalWriter.Write(plan.Refusal, console);
        }

        if (parsed.GetValue(lockFile) is { } path)
        {
            return parsed.GetValue(updateLock)
                ? await UpdateAsync(plan.Value, path, cancellationToken)
                : await CompareAsync(plan.Value, path, cancellationToken);
        }

        if (parsed.GetRequiredValue(format) == "json")
        {
            CaseListing.WriteJson(plan.Value, console.Out);
        }
        else
        {
            CaseListing.WriteText(plan.Value, console.Out);
        }

        return ExitCodes.Conforming;
    }

    private Attempt<ConformancePlan> Plan(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        if (!path.Succeeded)
        {
            return path.Refusal;
        }

        var options = new RunOptions
        {
            Specification = path.Value,
            Filter = parsed.GetValue(filter),
            Environment = parsed.GetValue(environment),
        };
        return ConformancePlan.Make(options with { Seed = parsed.GetValue(seed) ?? options.Seed }, cancellationToken);
    }

    private Task<int> UpdateAsync(ConformancePlan plan, string path, CancellationToken cancellationToken) =>
        OutputFiles.TryAsync(
            console,
            async () =>
            {
                var files = OutputFiles.Guarded(console, plan.Specification);
                await files.WriteAsync(path, CaseLock.TextOf(plan.Cases), cancellationToken);
                await console.Out.WriteLineAsync($"{path}: {plan.Cases.Length} cases");
            }
        );

    private async Task<int> CompareAsync(ConformancePlan plan, string path, CancellationToken cancellationToken)
    {
        var comparison = await CaseLock.CompareAsync(path, plan.Cases, cancellationToken);
        if (comparison.Problem is { } problem)
        {
            return RefusalWriter.Write(Refusal.Configuration(problem), console);
        }

        foreach (var (word, id) in Differences(comparison))
        {
            await console.Out.WriteLineAsync($"{word, -8} {id}");
        }

        if (comparison.IsSame)
        {
            await console.Out.WriteLineAsync($"The {plan.Cases.Length} cases are those of {path}.");
            return ExitCodes.Conforming;
        }

        await console.Out.WriteLineAsync(
            $"{comparison.Added.Length} added, {comparison.Removed.Length} removed, {comparison.Changed.Length} changed; "
                + "--update-lock accepts them."
        );
        return ExitCodes.RequirementFailed;
    }

    private static IEnumerable<(string Word, string Id)> Differences(CaseLockComparison comparison) =>
        comparison
            .Added.Select(id => ("added", id))
            .Concat(comparison.Removed.Select(id => ("removed", id)))
            .Concat(comparison.Changed.Select(id => ("changed", id)));
}
