using System.Globalization;
using Conformance.Consumers.Receiver;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>The head of a receiver's certification, and every case that did not pass as it is finished.</summary>
internal sealed class ReceiverProgress(Screen screen, ReceiverOptions options) : IReceiverObserver
{
    /// <inheritdoc />
    public void Started(RunDescription run, IReadOnlyList<string> notes, int cases)
    {
        screen.Line($"{run.Specification.Info.Title} {run.Specification.Info.Version}".TrimEnd(), Styles.Strong);
        screen.Labelled("spec", options.Specification);
        screen.Labelled("receiver", run.BaseUrl.ToString());
        screen.Labelled("effects", options.Probe ?? "not observed (no --probe)");
        screen.Labelled("cases", cases.ToString(CultureInfo.InvariantCulture));
        screen.Line();
    }

    /// <inheritdoc />
    public void CaseFinished(CaseResult result)
    {
        if (result.Verdict is not (Verdict.Passed or Verdict.Skipped))
        {
            screen.Line($"  {Styles.Name(result.Verdict), -12}  {result.Case.Id}");
        }
    }
}
