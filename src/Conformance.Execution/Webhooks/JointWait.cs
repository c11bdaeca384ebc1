using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Steps;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// Passes the target's time for several cases at once: a clock that can be moved is moved when all of them wait, to the
/// soonest moment that one of them waits for. Where it cannot be moved, each waits for itself.
/// </summary>
internal sealed class JointWait(TargetClock clock)
{
    private readonly Lock changing = new();
    private readonly List<Waiter> waiting = [];
    private int members;
    private int queued;

    /// <summary>A case takes part: the clock stands still while it does not wait.</summary>
    public void Join()
    {
        lock (changing)
        {
            members++;
        }
    }

    /// <summary>A case is done.</summary>
    public void Leave()
    {
        lock (changing)
        {
            members--;
        }

        MoveWhenAllWait();
    }

    /// <summary>A case waits for its turn to cause an event.</summary>
    public async Task<T> QueueAsync<T>(Func<Task<T>> turn)
    {
        lock (changing)
        {
            queued++;
        }

        MoveWhenAllWait();
        try
        {
            return await turn();
        }
        finally
        {
            lock (changing)
            {
                queued--;
            }
        }
    }

    /// <summary>
    /// Lets the target's time reach the moment at which a limit has room again. Cases that are queued behind the one that
    /// waits cannot go on before it, so nobody waits for them.
    /// </summary>
    public Task<Obstacle?> ForRoomAsync(
        DateTimeOffset moment,
        string why,
        CaseContext context,
        CancellationToken cancellationToken
    ) => UntilAsync(new Waiter(moment, why, context.Step, context.Log, IsForRoom: true, cancellationToken));

    /// <summary>Lets the target's time reach a moment, or says why it cannot.</summary>
    public Task<Obstacle?> UntilAsync(
        DateTimeOffset moment,
        string why,
        string step,
        CaseLog log,
        CancellationToken cancellationToken
    ) => UntilAsync(new Waiter(moment, why, step, log, IsForRoom: false, cancellationToken));

    private async Task<Obstacle?> UntilAsync(Waiter waiter)
    {
        if (!clock.CanAdvance || Volatile.Read(ref members) == 0)
        {
            return await clock.PassUntilAsync(waiter.Moment, waiter.Why, waiter.Step, waiter.Log, waiter.Stop);
        }

        lock (changing)
        {
            waiting.Add(waiter);
        }

        using var cancelled = waiter.Stop.Register(() => Abandon(waiter));
        MoveWhenAllWait();
        return await waiter.Done.Task;
    }

    private void Abandon(Waiter waiter)
    {
        lock (changing)
        {
            waiting.Remove(waiter);
        }

        waiter.Done.TrySetCanceled();
    }

    private void MoveWhenAllWait()
    {
        Waiter soonest;
        lock (changing)
        {
            var idle = waiting.Count + (waiting.Exists(w => w.IsForRoom) ? queued : 0);
            if (waiting.Count == 0 || idle < members)
            {
                return;
            }

            soonest = waiting.MinBy(w => w.Moment)!;
            waiting.Remove(soonest);
        }

        _ = MoveAsync(soonest);
    }

    private async Task MoveAsync(Waiter soonest)
    {
        try
        {
            var obstacle = await clock.PassUntilAsync(
                soonest.Moment,
                soonest.Why,
                soonest.Step,
                soonest.Log,
                soonest.Stop
            );
            List<Waiter> reached;
            lock (changing)
            {
                reached = waiting.FindAll(w => w.Moment <= clock.Now);
                waiting.RemoveAll(reached.Contains);
            }

            soonest.Done.TrySetResult(obstacle);
            reached.ForEach(w => w.Done.TrySetResult(null));
        }
        catch (OperationCanceledException)
        {
            soonest.Done.TrySetCanceled();
            MoveWhenAllWait();
        }
#pragma warning disable CA1031 // Nobody awaits this task: whatever it is, the case that waits must hear of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            soonest.Done.TrySetException(e);
        }
    }

    private sealed record Waiter(
        DateTimeOffset Moment,
        string Why,
        string Step,
        CaseLog Log,
        bool IsForRoom,
        CancellationToken Stop
    )
    {
        public TaskCompletionSource<Obstacle?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
