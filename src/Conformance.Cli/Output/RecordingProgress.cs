using System.Globalization;
using Conformance.Recorder;
using Conformance.Specification.Model;
using Conformance.Traffic;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>Tells how a recording goes: where clients connect, each exchange in a line, each finding below its own.</summary>
internal sealed class RecordingProgress(Screen screen, RecordOptions options, bool isQuiet) : IRecordingWatcher
{
    /// <inheritdoc />
    public void Listening(IntegrationSpecification specification, Uri address)
    {
        // Where to connect must be known even to those who want to hear little.
        screen.Line($"{specification.Info.Title} {specification.Info.Version}: its traffic".TrimEnd(), Styles.Strong);
        screen.Labelled("listens at", address.ToString());
        screen.Labelled("passes on to", options.BaseUrl.ToString());
        screen.Labelled("archive", options.File);
        if (!isQuiet)
        {
            screen.Line("Ctrl-C ends it.");
        }
    }

    /// <inheritdoc />
    public void Judged(JudgedExchange exchange)
    {
        var isBroken = exchange.Result is { Verdict: Verdict.Failed or Verdict.Error };
        if (isQuiet && !isBroken)
        {
            return;
        }

        var answer = exchange.Status == 0 ? "no answer" : exchange.Status.ToString(CultureInfo.InvariantCulture);
        var line = $"  {exchange.Number, 4}  {exchange.Method} {exchange.Path}: {answer}, {Word(exchange)}";
        screen.Line(SafeText.OneLine(line), Styles.Of(exchange.Result?.Verdict ?? Verdict.Skipped));
        foreach (var check in exchange.Result?.Failures ?? [])
        {
            if (check.Finding is { } finding)
            {
                screen.Line(
                    SafeText.OneLine($"        {check.Check}: expected {finding.Expected}, got {finding.Actual}")
                );
            }
        }
    }

    private static string Word(JudgedExchange exchange) =>
        exchange.Result is not { } result ? "not declared, not judged"
        : result.Verdict is Verdict.Inconclusive && result.Reason is { } reason ? $"inconclusive: {reason}"
        : Styles.Name(result.Verdict);
}
