namespace Conformance.Execution.Http;

/// <summary>
/// Lets several requests go at the same moment: each arrives with its connection open, and the last to arrive opens
/// the gate for all. A participant that fails beforehand must leave, or the others would wait for it in vain.
/// </summary>
internal sealed class ReleaseGate(int participants, TimeSpan patience, TimeProvider time)
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing = participants;

    /// <summary>Waits until everybody has arrived or left, or patience is over.</summary>
    public async Task ArriveAsync(CancellationToken cancellationToken)
    {
        Leave();
        try
        {
            await open.Task.WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Connections that a server does not grant must not turn into a deadlock; the rest goes on without them.
            open.TrySetResult();
        }
    }

    /// <summary>Counts a participant as arrived without waiting.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref missing) <= 0)
        {
            open.TrySetResult();
        }
    }
}
