using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Consumers.Client;
using Conformance.Settings;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance observe</c>: plays the provider and judges its client.</summary>
internal sealed class ObserveCommand
{
    private static readonly ObserveOptions Default = new() { Specification = "" };
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Argument<string[]> command = new("COMMAND")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description =
            "After --: the client's program and its arguments. It is run once for each script, finds BASE_URL, TOKEN_URL, "
            + "CLIENT_ID, CLIENT_SECRET (or what the specification calls its credentials) and CONFORMANCE_SCRIPT in its "
            + "environment, makes its ordinary calls, and ends. Left out: a client is waited for",
    };
    private readonly Option<string[]> scripts = new("--script")
    {
        Description = "Play this script only, beside ordinary traffic; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<bool> listScripts = OptionOf.Switch("--list-scripts", "List the scripts, play none");
    private readonly Option<TimeSpan?> scriptTime = OptionOf.Duration(
        "--for",
        $"Longest time of one script; without COMMAND, how long each lasts ({DurationText.Of(Default.ScriptTime)})"
    );
    private readonly Option<int?> port = OptionOf.Number("--port", "Loopback port, without COMMAND (8080)", 0, 65535);
    private readonly Option<int?> parallel = OptionOf.Number(
        "--parallel",
        $"How many commands run beside each other ({Default.Parallel})",
        1,
        64
    );
    private readonly ReportingArguments reporting = new("unseen obligations");

    private ObserveCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var observe = new ObserveCommand(console);
        var created = new Command(
            "observe",
            "Play the provider, script by script, and judge what its client sends by the specification."
        )
        {
            observe.specification,
            observe.command,
            observe.scripts,
            observe.listScripts,
            observe.scriptTime,
            observe.port,
            observe.parallel,
        };
        observe.reporting.AddTo(created);
        created.SetAction(observe.RunAsync);
        return created;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var words = Words.Of(parsed);
        if (words.Stray is { } stray)
        {
            return Refuse($"'{stray}' is not understood.", "The client's command stands after --.");
        }

        var path = SpecificationArgument.Resolve(words.Specification);
        if (!path.Succeeded)
        {
            return RefusalWriter.Write(path.Refusal, console);
        }

        if (parsed.GetValue(listScripts))
        {
            return List(path.Value, cancellationToken);
        }

        if (!words.Command.IsEmpty && parsed.GetValue(port) is not null)
        {
            return Refuse(
                "--port is for a client that somebody else starts.",
                "Leave it out: COMMAND is told BASE_URL."
            );
        }

        var options = new ObserveOptions
        {
            Specification = path.Value,
            Command = words.Command,
            Scripts = [.. parsed.GetRequiredValue(scripts)],
            ScriptTime = parsed.GetValue(scriptTime) ?? Default.ScriptTime,
            Port = parsed.GetValue(port) ?? 8080,
            Parallel = parsed.GetValue(parallel) ?? Default.Parallel,
            IsStrict = reporting.IsStrict(parsed),
            AllowedInconclusive = reporting.AllowedInconclusive(parsed),
            Reports = reporting.Reports(parsed),
            OutputFolder = reporting.OutputFolder(parsed),
        };
        return await ObserveAsync(options, reporting.IsQuiet(parsed), cancellationToken);
    }

    private async Task<int> ObserveAsync(ObserveOptions options, bool isQuiet, CancellationToken cancellationToken)
    {
        var screen = Screen.Of(console, isPlain: false);
        var context = new RunContext
        {
            Time = console.Time,
            Variables = console.Variables,
            Host = console.Host,
            Output = console.Out,
        };
        var watcher = new ObservationProgress(screen, options, isQuiet);
        var attempt = await ClientObservation.RunAsync(options, watcher, context, cancellationToken);
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var observed = attempt.Value;
        screen.Line();
        new RunSummary(screen, observed.Result, observed.Gate, observed.Reports).Write(isQuiet);
        return observed.Gate.ExitCode;
    }

    private int List(string path, CancellationToken cancellationToken)
    {
        var loading = SpecificationSource.Load(path, cancellationToken);
        if (!loading.Succeeded)
        {
            return RefusalWriter.Write(loading.Refusal, console);
        }

        foreach (var script in ClientObservation.ScriptsFor(loading.Value.Specification!))
        {
            console.Out.WriteLine($"  {script.Name, -36}  {script.Description}");
        }

        return ExitCodes.Conforming;
    }

    private int Refuse(string message, string fix) => RefusalWriter.Write(Refusal.Configuration(message, fix), console);

    /// <summary>The words that are no options: before the double dash the specification, after it the command.</summary>
    private sealed record Words(string? Specification, ImmutableArray<string> Command, string? Stray)
    {
        public static Words Of(ParseResult parsed)
        {
            var dash = parsed.Tokens.ToList().FindIndex(t => t.Type is TokenType.DoubleDash);
            ImmutableArray<string> after = dash < 0 ? [] : [.. parsed.Tokens.Skip(dash + 1).Select(t => t.Value)];
            var arguments = parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(a => a.Tokens)
                .Select(t => t.Value)
                .ToArray();
            var before = arguments[..^after.Length];
            return new(before.FirstOrDefault(), after, before.ElementAtOrDefault(1));
        }
    }
}
