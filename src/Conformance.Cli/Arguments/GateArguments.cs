using System.CommandLine;

namespace Conformance.Cli.Arguments;

/// <summary>The arguments that say what a run must show to end with 0.</summary>
internal sealed class GateArguments
{
    private readonly Option<string?> profile = OptionOf.Text(
        "--profile",
        "NAME",
        "Hold the target to these requirements only: core (those that can fail a target), full (all, the default), or a profile of the specification"
    );
    private readonly Option<decimal?> coverage = OptionOf.Percent(
        "--min-coverage",
        "Least share of the requirements, in per cent, that passed cases must show"
    );
    private readonly Option<bool> serviceLevels = OptionOf.Switch(
        "--gate-sla",
        "Demand that the declared response times are kept, with 95 % confidence; measured too few times, they are not shown to be"
    );
    private readonly Option<string?> waivers = OptionOf.Text(
        "--waivers",
        "FILE",
        "Failures that are accepted for a while: requirement, reason, owner and expires of each. They are shown as waived"
    );
    private readonly Option<string?> baseline = OptionOf.Text(
        "--baseline",
        "FILE",
        "A summary.json of an earlier run: what failed then in the same way is shown, and does not decide the exit code"
    );

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(profile);
        AddForRecordedRunTo(command);
    }

    /// <summary>Adds those that a run which is over leaves open: its profile is recorded.</summary>
    public void AddForRecordedRunTo(Command command)
    {
        Option[] options = [coverage, serviceLevels, waivers, baseline];
        Array.ForEach(options, command.Add);
    }

    /// <summary>The gate of a run.</summary>
    public GateOptions Bind(ParseResult parsed) =>
        new()
        {
            Profile = parsed.GetValue(profile),
            LeastCoverage = parsed.GetValue(coverage) is { } percent ? (double)(percent / 100) : null,
            DemandsServiceLevels = parsed.GetValue(serviceLevels),
            Waivers = parsed.GetValue(waivers),
            Baseline = parsed.GetValue(baseline),
        };
}
