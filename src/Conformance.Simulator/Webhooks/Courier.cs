using System.Collections.Concurrent;

namespace Conformance.Simulator.Webhooks;

/// <summary>
/// Brings events to subscribers in the background, each by itself, so that none waits for a subscriber who does not answer
/// another. Attempts and their time-outs go by the simulated clock.
/// </summary>
/// <param name="world">Everything the simulator remembers.</param>
/// <param name="writer">Writes requests.</param>
/// <param name="plan">When attempts are made.</param>
internal sealed class Courier(SimulatorWorld world, DeliveryWriter writer, RetryPlan plan) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DeliverySender _sender = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly ConcurrentDictionary<TaskCompletionSource, DateTimeOffset> _attempts = new();

    /// <summary>Starts to deliver; returns at once.</summary>
    public void Deliver(WebhookSubscription to, WebhookOccurrence occurrence)
    {
        var happened = world.Clock.GetUtcNow();
        var first = Schedule(plan.DueAt(1, happened, happened));
        var task = Task.Run(() => DeliverAsync(to, occurrence, happened, first), CancellationToken.None);
        _running[task] = 0;
        _ = task.ContinueWith(
            t => _running.TryRemove(t, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    /// <summary>Waits until no attempt is due or under way, but no longer than a subscriber deserves who does not answer.</summary>
    /// <param name="atMost">Real time.</param>
    /// <param name="stop">Ends waiting.</param>
    public async Task SettleAsync(TimeSpan atMost, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var patience = Task.Delay(atMost, world.Clock.Real, enough.Token);
        while (Due() is { Count: > 0 } due && await Task.WhenAny(Task.WhenAll(due), patience) != patience)
        {
            // An attempt that failed may have made the next one due.
        }

        await enough.CancelAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Keys);
        _sender.Dispose();
        _stop.Dispose();
    }

    private async Task DeliverAsync(
        WebhookSubscription to,
        WebhookOccurrence occurrence,
        DateTimeOffset happened,
        TaskCompletionSource scheduled
    )
    {
        try
        {
            var (first, previous) = (happened, happened);
            for (var number = 1; number <= plan.Attempts; number++)
            {
                await PassUntilAsync(plan.DueAt(number, first, previous));
                var now = world.Clock.GetUtcNow();
                (first, previous) = (number == 1 ? now : first, now);
                var verdict = await AttemptAsync(new(world, to, occurrence, number, first, now));
                var isLast = verdict is not DeliveryVerdict.Failed || number == plan.Attempts;
                var next = isLast ? null : Schedule(plan.DueAt(number + 1, first, previous));
                Conclude(scheduled);
                if (next is null)
                {
                    return;
                }

                scheduled = next;
            }
        }
        catch (Exception e)
            when (e is OperationCanceledException or ObjectDisposedException && _stop.IsCancellationRequested)
        {
            // The server is disposed; there is nobody to tell.
        }
        finally
        {
            Conclude(scheduled);
        }
    }

    private async Task<DeliveryVerdict> AttemptAsync(WebhookAttempt attempt)
    {
        using var patience = new CancellationTokenSource(plan.Patience, world.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        var outcome = await _sender.SendAsync(writer.Write(attempt), either.Token);
        _stop.Token.ThrowIfCancellationRequested();
        outcome = world.Clock.GetUtcNow() - attempt.At > plan.Patience ? outcome with { IsLate = true } : outcome;
        var honest = outcome is { IsSuccess: true, IsLate: false } ? DeliveryVerdict.Received : DeliveryVerdict.Failed;
        return world.Faults.Through(honest, (f, v) => f.AlterVerdict(attempt, outcome, v));
    }

    private Task PassUntilAsync(DateTimeOffset due)
    {
        var wait = due - world.Clock.GetUtcNow();
        return wait > TimeSpan.Zero ? Task.Delay(wait, world.Clock, _stop.Token) : Task.CompletedTask;
    }

    private TaskCompletionSource Schedule(DateTimeOffset due)
    {
        var attempt = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _attempts[attempt] = due;
        return attempt;
    }

    private void Conclude(TaskCompletionSource attempt)
    {
        _attempts.TryRemove(attempt, out _);
        attempt.TrySetResult();
    }

    private List<Task> Due()
    {
        var now = world.Clock.GetUtcNow();
        return [.. _attempts.Where(a => a.Value <= now).Select(a => a.Key.Task)];
    }
}
