using System.Globalization;

namespace Conformance.Cli.Verification;

/// <summary>Tells how far a verification is, in plain lines beside the result: every tenth of the way.</summary>
internal sealed class VerificationProgress(TextWriter output, int total)
{
    private readonly Lock writing = new();
    private int finished;

    /// <summary>A row is done.</summary>
    public void Finished(FaultOutcome row)
    {
        lock (writing)
        {
            finished++;
            if (finished * 10 / total > (finished - 1) * 10 / total)
            {
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{finished} of {total} faults; the last: {row.Fault.Name}, {VerificationText.Name(row.Detection)}"
                    )
                );
            }
        }
    }
}
