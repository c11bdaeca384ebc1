using Conformance.Execution.Recording;

namespace Conformance.Execution.Courtesy;

/// <summary>Stops sending to a target that has fallen silent, and tries again now and then.</summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    private const int SilencesInARow = 5;

    // A target that breaks connections off is there, and may do so with some requests only.
    private const int FailuresInARow = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock counting = new();
    private int failures;
    private int silences;
    private long lastTry;
    private TransportFailure? last;

    /// <summary>Why nothing is sent now; null when requests may go.</summary>
    public Obstacle? Refusal()
    {
        lock (counting)
        {
            if (silences < SilencesInARow && failures < FailuresInARow)
            {
                return null;
            }

            if (time.GetElapsedTime(lastTry) >= Pause)
            {
                lastTry = time.GetTimestamp();
                return null;
            }

            return new(
                ObstacleKind.TargetUnreachable,
                $"The target has not answered {failures} requests in a row, so nothing more is sent for now; last: {last!.Message}.",
                null
            );
        }
    }

    /// <summary>Takes note of an answer (null) or of a failure.</summary>
    public void Note(TransportFailure? failure)
    {
        if (failure?.Kind is TransportFailureKind.Cancelled or TransportFailureKind.NotSent)
        {
            return;
        }

        lock (counting)
        {
            failures = failure is null ? 0 : failures + 1;
            silences =
                failure is null ? 0
                : failure.Kind is TransportFailureKind.Protocol ? silences
                : silences + 1;
            last = failure;
            lastTry = time.GetTimestamp();
        }
    }
}
