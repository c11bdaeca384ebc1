using System.Globalization;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Courtesy;

/// <summary>Stops sending to a target that has fallen silent or has begun to fail, and tries again now and then.</summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    private const int SilencesInARow = 5;

    // A target that breaks connections off is there, and may do so with some requests only.
    private const int FailuresInARow = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock counting = new();
    private readonly ServerErrors errors = new();
    private int failures;
    private int silences;
    private long lastTry;
    private TransportFailure? last;

    /// <summary>Why nothing is sent now; null when requests may go.</summary>
    public Obstacle? Refusal()
    {
        lock (counting)
        {
            if (Reason() is not { } reason)
            {
                return null;
            }

            if (time.GetElapsedTime(lastTry) >= Pause)
            {
                lastTry = time.GetTimestamp();
                return null;
            }

            return new(ObstacleKind.TargetUnreachable, reason, null);
        }
    }

    /// <summary>Takes note of what a request came to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="wire">What happened.</param>
    public void Note(OutgoingRequest request, WireRecording wire)
    {
        if (wire.Failure is { Kind: TransportFailureKind.Cancelled or TransportFailureKind.NotSent })
        {
            return;
        }

        lock (counting)
        {
            failures = wire.Failure is null ? 0 : failures + 1;
            silences =
                wire.Failure is null ? 0
                : wire.Failure.Kind is TransportFailureKind.Protocol ? silences
                : silences + 1;
            last = wire.Failure;
            errors.Note(request, wire.Response);
            lastTry = time.GetTimestamp();
        }
    }

    private string? Reason() =>
        silences >= SilencesInARow || failures >= FailuresInARow
            ? $"The target has not answered {failures} requests in a row, so nothing more is sent for now; last: {last!.Message}."
        : errors.AreTooMany
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The target has begun to fail: {errors.InARow} answers in a row were server errors (last: {errors.Last}), so nothing more is sent for now."
            )
        : null;
}
