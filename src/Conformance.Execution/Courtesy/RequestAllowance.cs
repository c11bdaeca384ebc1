using Conformance.Execution.Recording;

namespace Conformance.Execution.Courtesy;

/// <summary>Counts the requests of the run and ends it at its bound.</summary>
internal sealed class RequestAllowance(int? atMost)
{
    private int sent;

    /// <summary>Requests sent so far, whatever they were for.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>Takes one request from the allowance; false when none is left.</summary>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref sent) <= (atMost ?? int.MaxValue))
        {
            return true;
        }

        Interlocked.Decrement(ref sent);
        return false;
    }

    /// <summary>The obstacle of a request that was not taken.</summary>
    public Obstacle Exhausted() =>
        new(
            ObstacleKind.RunLimit,
            $"The run may send {atMost} requests and has sent them; raise --max-requests.",
            null
        );
}
