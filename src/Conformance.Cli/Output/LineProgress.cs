using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>Progress as plain lines, for logs: every case that did not pass, and each quarter of the way.</summary>
internal sealed class LineProgress(Screen screen, bool isQuiet) : IRunObserver
{
    private readonly Lock writing = new();
    private int total;
    private int finished;

    /// <inheritdoc />
    public void Started(ConformanceSession session)
    {
        total = session.Cases.Length;
        if (!isQuiet)
        {
            RunHead.Write(screen, session);
        }
    }

    /// <inheritdoc />
    public void CaseStarted(ContractCase contractCase) { }

    /// <inheritdoc />
    public void CaseFinished(CaseResult result)
    {
        if (isQuiet)
        {
            return;
        }

        lock (writing)
        {
            finished++;
            if (result.Verdict is not (Verdict.Passed or Verdict.Skipped))
            {
                screen.Line($"  {Styles.Name(result.Verdict), -12}  {result.Case.Id}");
            }

            if (finished * 4 / total > (finished - 1) * 4 / total)
            {
                screen.Line(string.Create(CultureInfo.InvariantCulture, $"  {finished} of {total} cases"));
            }
        }
    }
}
