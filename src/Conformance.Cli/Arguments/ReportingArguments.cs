using System.CommandLine;
using Conformance.Reports;
using Conformance.Settings;

namespace Conformance.Cli.Arguments;

/// <summary>What every command that judges and reports takes: how strictly, what may stay open, which reports, and where.</summary>
/// <param name="open">What an inconclusive case is to the command, in the plural: <c>inconclusive cases</c>.</param>
internal sealed class ReportingArguments(string open = "inconclusive cases")
{
    private readonly Option<bool> strict = OptionOf.Switch(
        "--strict",
        "Let SHOULD requirements, drafts and proposals fail instead of warning"
    );
    private readonly Option<InconclusiveAllowance?> allowance = OptionOf.Allowance(
        "--allow-inconclusive",
        $"How many {open} the exit code 0 admits (0)"
    );
    private readonly Option<string?> reports = OptionOf.Text(
        "--report",
        "KEYS",
        $"Reports, separated by commas, or none ({ReportSet.Default}); there are {string.Join(", ", ReportSet.Keys)}"
    );
    private readonly Option<string?> output = OptionOf.Text(
        "--out",
        "DIR",
        $"Folder the reports are written into ({ReportOptions.DefaultFolder})"
    );
    private readonly Option<bool> quiet = OptionOf.Switch("--quiet", "Print failures and the result only", "-q");

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(strict);
        command.Add(output);
        AddForRecordedRunTo(command);
    }

    /// <summary>Adds those that a run which is over leaves open: how strictly it was judged is recorded.</summary>
    public void AddForRecordedRunTo(Command command)
    {
        Option[] options = [allowance, reports, quiet];
        Array.ForEach(options, command.Add);
    }

    /// <summary>Whether SHOULD requirements, drafts and proposals fail as well.</summary>
    public bool IsStrict(ParseResult parsed) => parsed.GetValue(strict);

    /// <summary>How many may stay open; null for any number.</summary>
    public int? AllowedInconclusive(ParseResult parsed) =>
        parsed.GetValue(allowance) is { } allowed ? allowed.Count : 0;

    /// <summary>Keys of the reports, separated by commas, or <c>none</c>.</summary>
    public string Reports(ParseResult parsed) => parsed.GetValue(reports) ?? ReportSet.Default;

    /// <summary>Where the reports go.</summary>
    public string OutputFolder(ParseResult parsed) => parsed.GetValue(output) ?? ReportOptions.DefaultFolder;

    /// <summary>Whether only failures and the result are printed.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(quiet);
}
