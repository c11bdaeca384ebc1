using System.Globalization;
using System.Text;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Execution.States;

/// <summary>The target's time: ours, run at its declared speed, moved by its test clock where it has one.</summary>
internal sealed class TargetClock(TimeProvider time, ExecutionOptions options, Uri? testClock, TargetChannel channel)
    : IDisposable
{
    private static readonly TimeSpan WorthMentioning = TimeSpan.FromSeconds(1);
    private readonly decimal scale = options.Environment?.TimeScale is > 0 and { } declared ? declared : 1;
    private readonly DateTimeOffset start = time.GetUtcNow();
    private readonly long startStamp = time.GetTimestamp();
    private readonly SemaphoreSlim moving = new(1, 1);
    private long advancedTicks;
    private long pendingTicks;
    private long movedFromTicks;
    private volatile bool isBroken;

    /// <summary>The target's time.</summary>
    public DateTimeOffset Now =>
        start
        + TimeSpan.FromTicks((long)(time.GetElapsedTime(startStamp).Ticks * scale))
        + TimeSpan.FromTicks(Volatile.Read(ref advancedTicks));

    /// <summary>
    /// The latest the target's time can be: while a call to its test clock is under way, it may have moved already.
    /// What the target counted meanwhile must not look older than it is.
    /// </summary>
    public DateTimeOffset LatestNow => Now + TimeSpan.FromTicks(Volatile.Read(ref pendingTicks));

    /// <summary>
    /// The earliest moment at which something that shows now can have happened: when the clock was moved, the time before,
    /// until it is known that everything due by then has shown.
    /// </summary>
    public DateTimeOffset EarliestNow
    {
        get
        {
            var before = Volatile.Read(ref movedFromTicks);
            return before == 0 ? Now : new DateTimeOffset(before, TimeSpan.Zero);
        }
    }

    /// <summary>Takes note that everything that was due until now has shown.</summary>
    public void Settle() => Volatile.Write(ref movedFromTicks, 0);

    /// <summary>A stretch of our time on the target's clock.</summary>
    public TimeSpan OnTarget(TimeSpan real) => TimeSpan.FromTicks((long)(real.Ticks * scale));

    /// <summary>Whether the target's time can be moved.</summary>
    public bool CanAdvance => testClock is not null && !isBroken;

    /// <summary>A pause of the target's in our time, no longer than a wait may be.</summary>
    public TimeSpan Bounded(TimeSpan onTarget) => Real(onTarget) < options.MaxWait ? Real(onTarget) : options.MaxWait;

    /// <summary>Our time for a stretch of the target's.</summary>
    public TimeSpan Real(TimeSpan onTarget) => TimeSpan.FromTicks((long)(onTarget.Ticks / scale));

    /// <summary>Lets the target's time reach a moment: by its clock, by waiting, or not at all when that takes too long.</summary>
    /// <param name="moment">The moment, in the target's time.</param>
    /// <param name="why">What it is for, as in "waited 3 s ...".</param>
    /// <param name="step">The step on whose behalf.</param>
    /// <param name="log">Where the clock's exchange and the wait are written down.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Obstacle?> PassUntilAsync(
        DateTimeOffset moment,
        string why,
        string step,
        CaseLog log,
        CancellationToken cancellationToken
    )
    {
        var away = CanAdvance ? await AdvanceAsync(moment, step, log, cancellationToken) : null;

        var wait = Real(moment - Now);
        if (wait <= TimeSpan.Zero)
        {
            return null;
        }

        if (wait > options.MaxWait)
        {
            // A target that is away has a clock all the same, and the case can be carried out when it is back.
            return away ?? TooLong(wait, why);
        }

        if (wait >= WorthMentioning)
        {
            log.Note(string.Create(CultureInfo.InvariantCulture, $"Waited {wait.TotalSeconds:0.#} s {why}."));
        }

        await Task.Delay(wait, time, cancellationToken);
        return null;
    }

    /// <inheritdoc />
    public void Dispose() => moving.Dispose();

    // Why the clock could not be asked; null when it answered, or had no need to be.
    private async Task<Obstacle?> AdvanceAsync(
        DateTimeOffset moment,
        string step,
        CaseLog log,
        CancellationToken cancellationToken
    )
    {
        // One at a time, and each looks again: cases that wait for the same moment must not move the clock twice.
        await moving.WaitAsync(cancellationToken);
        try
        {
            var seconds = (long)Math.Ceiling((moment - Now).TotalSeconds);
            if (seconds <= 0 || !CanAdvance)
            {
                return null;
            }

            var request = new OutgoingRequest("POST", testClock!)
            {
                Body = Encoding.UTF8.GetBytes($$"""{"advance_seconds": {{seconds}}}"""),
                ContentType = "application/json",
            };
            Interlocked.CompareExchange(ref movedFromTicks, Now.UtcTicks, 0);
            Volatile.Write(ref pendingTicks, TimeSpan.FromSeconds(seconds).Ticks);
            var outcome = await channel.SendAsync(request, cancellationToken);
            if (outcome.Wire is { } wire)
            {
                log.Add(new(step, ExchangePurpose.Clock), request, wire);
            }

            TakeNote(outcome, seconds, log);
            return outcome.Problem is { Kind: ObstacleKind.TargetUnreachable } silent ? silent : null;
        }
        finally
        {
            Volatile.Write(ref pendingTicks, 0);
            moving.Release();
        }
    }

    private void TakeNote(SendOutcome outcome, long seconds, CaseLog log)
    {
        if (outcome.Response is { Status: >= 200 and < 300 })
        {
            Interlocked.Add(ref advancedTicks, TimeSpan.FromSeconds(seconds).Ticks);
            return;
        }

        isBroken = outcome.Response is not null;
        var what = outcome.Response is { } r ? $"answered {r.Status}" : outcome.Problem?.Reason ?? "did not answer";
        log.Note($"The target's test clock {what}; time passes by waiting instead.");
    }

    private Obstacle TooLong(TimeSpan wait, string why) =>
        new(
            ObstacleKind.WaitTooLong,
            string.Create(
                CultureInfo.InvariantCulture,
                $"It would have to wait {Math.Ceiling(wait.TotalSeconds):0} s {why}, and --max-wait allows {options.MaxWait.TotalSeconds:0.#} s; raise it, or give the target a test clock (environments.<name>.test_clock)."
            ),
            null
        );
}
