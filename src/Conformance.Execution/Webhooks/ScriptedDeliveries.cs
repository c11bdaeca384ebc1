using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Deliveries;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// Waits for the attempts of an event that a script answers. Where the target's clock can be moved, it is moved to just
/// before the earliest moment at which the next attempt may come, and then to the latest one: what comes in the first
/// step came too early, and what has not come after the second one does not come in time.
/// </summary>
internal sealed class ScriptedDeliveries(
    WebhookSession webhooks,
    DeliveryPatience patience,
    JointWait wait,
    TargetClock clock,
    ExecutionOptions options,
    TimeProvider time
)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongLook = TimeSpan.FromSeconds(4);

    // The clock is moved by whole seconds, rounded up.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    /// <summary>Waits, and writes everything down that came.</summary>
    public async Task<Obstacle?> RunAsync(
        CaseStep.AwaitDeliveries step,
        DeliverySubscription subscription,
        string? resource,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var waiting = new Waiting(step, subscription, context, cancellationToken);
        try
        {
            return await FirstAsync(waiting, resource) ?? await FurtherAsync(waiting);
        }
        finally
        {
            subscription.Release();
            // What came last is seen before it is answered; the record has the answer.
            await webhooks.Desk.WaitAsync(
                () => subscription.Deliveries.All(d => d.IsOver),
                Look,
                CancellationToken.None
            );
            foreach (var delivery in subscription.Deliveries)
            {
                context.Log.Receive(delivery, step.Name);
            }
        }
    }

    private async Task<Obstacle?> FirstAsync(Waiting of, string? resource)
    {
        var desk = webhooks.Desk;
        if (of.Subscription.Script.For(1) is DeliveryAnswer.Down)
        {
            // The target has had a moment to find nobody there; its first attempt is behind it.
            await Task.Delay(Outage, time, of.Stop);
            of.Moments.Add(new(clock.Now - clock.OnTarget(Outage), clock.Now));
            of.Subscription.Resolve(resource);
            await webhooks.Listener!.StartAsync(of.Stop);
            desk.EndTurn(of.Subscription);
            return null;
        }

        of.Subscription.Resolve(resource);
        var hasCome = await desk.WaitAsync(() => of.Seen > 0, patience.For(of.Step.Event), of.Stop);
        patience.Note(of.Step.Event, hasCome);
        if (of.Subscription.Script.For(1) is not DeliveryAnswer.Late)
        {
            // Whether a redirection is followed shows at once.
            await desk.WaitAsync(() => of.Subscription.Deliveries.All(d => d.IsOver), Look, of.Stop);
        }

        desk.EndTurn(of.Subscription);
        if (!hasCome)
        {
            of.IsOver = true;
            return null;
        }

        of.Moments.Add(of.Subscription.Attempts.First().Moment);
        return of.Subscription.Script.For(1) is DeliveryAnswer.Late late ? await HoldAsync(of, late) : null;
    }

    private async Task<Obstacle?> FurtherAsync(Waiting of)
    {
        if (of.Step.Times is not { } times)
        {
            return null;
        }

        var wanted = of.Subscription.Script.For(1) is DeliveryAnswer.Down ? 2 : of.Step.Attempts;
        while (!of.IsOver && of.Moments.Count < wanted && times.Window(of.Moments, of.FailedAfter) is { } window)
        {
            if (await NextAsync(of, window, wanted) is { } obstacle)
            {
                return obstacle;
            }
        }

        return of.Step.SeesNoMore && !of.IsOver ? await SeeNoMoreAsync(of, times) : null;
    }

    private async Task<Obstacle?> NextAsync(Waiting of, AttemptWindow window, int wanted)
    {
        var number = of.Moments.Count + 1;
        var why = string.Create(CultureInfo.InvariantCulture, $"for attempt {number} of {wanted}");
        if (await UntilAsync(of, window.From - Short, why) is { } tooLong)
        {
            return tooLong;
        }

        if (clock.CanAdvance && !await HasComeAsync(of, Glance))
        {
            clock.Settle();
            if (await UntilAsync(of, window.To, why) is { } obstacle)
            {
                return obstacle;
            }
        }

        var patient = clock.CanAdvance ? LongLook : Left(window.To) + LongLook;
        if (!await HasComeAsync(of, patient))
        {
            of.IsOver = true;
            return null;
        }

        of.FailedAfter = TimeSpan.Zero;
        of.Moments.Add(of.Subscription.Attempts.ElementAt(of.Expected - 1).Moment);
        return null;
    }

    private async Task<Obstacle?> SeeNoMoreAsync(Waiting of, RetryTimes times)
    {
        var obstacle = await UntilAsync(of, times.AfterLast(of.Moments), "to see that no further attempt comes");
        if (obstacle is null)
        {
            await webhooks.Desk.WaitAsync(() => of.Seen > of.Moments.Count, Look, of.Stop);
        }

        return obstacle;
    }

    // An answer is held until the target's clock says that it is late. A target that does not give up by that clock does
    // so by the real one, and that has to be waited for.
    private async Task<Obstacle?> HoldAsync(Waiting of, DeliveryAnswer.Late late)
    {
        var first = of.Subscription.Attempts.First();
        var isBeyond = of.Step.Times?.Timeout < late.After;
        var why = isBeyond ? "until the sender should have given up" : "before the delivery was answered";
        var obstacle = await UntilAsync(of, first.Moment.Latest + late.After, why);
        if (obstacle is null && isBeyond && clock.CanAdvance)
        {
            await webhooks.Desk.WaitAsync(() => first.WasGivenUp || of.Seen > 1, LongLook / 4, of.Stop);
            if (!first.WasGivenUp && of.Seen < 2)
            {
                var real = late.After < options.MaxWait ? late.After : options.MaxWait;
                await webhooks.Desk.WaitAsync(() => first.WasGivenUp || of.Seen > 1, real, of.Stop);
            }
        }

        of.FailedAfter = isBeyond ? clock.Now - first.Moment.Earliest : TimeSpan.Zero;
        of.Subscription.Release();
        await webhooks.Desk.WaitAsync(() => first.IsOver, Look, of.Stop);
        return obstacle;
    }

    private Task<Obstacle?> UntilAsync(Waiting of, DateTimeOffset moment, string why) =>
        wait.UntilAsync(moment, why, of.Step.Name, of.Context.Log, of.Stop);

    private Task<bool> HasComeAsync(Waiting of, TimeSpan patient) =>
        webhooks.Desk.WaitAsync(() => of.Seen >= of.Expected, patient, of.Stop);

    private TimeSpan Left(DateTimeOffset until) => until > clock.Now ? clock.Real(until - clock.Now) : TimeSpan.Zero;

    private sealed class Waiting(
        CaseStep.AwaitDeliveries step,
        DeliverySubscription subscription,
        CaseContext context,
        CancellationToken stop
    )
    {
        public CaseStep.AwaitDeliveries Step { get; } = step;

        public DeliverySubscription Subscription { get; } = subscription;

        public CaseContext Context { get; } = context;

        public CancellationToken Stop { get; } = stop;

        /// <summary>When the attempts came that were waited for; one that nobody was there for included.</summary>
        public List<AttemptMoment> Moments { get; } = [];

        public TimeSpan FailedAfter { get; set; }

        public bool IsOver { get; set; }

        public int Seen => Subscription.Attempts.Count();

        /// <summary>How many must have been seen when the next one has come.</summary>
        public int Expected => Moments.Count + 1 - (Subscription.Script.For(1) is DeliveryAnswer.Down ? 1 : 0);
    }
}
