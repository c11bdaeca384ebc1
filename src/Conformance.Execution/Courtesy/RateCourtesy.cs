using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Execution.Webhooks;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Courtesy;

/// <summary>Keeps ordinary requests under the published limits, so that a run never takes what belongs to others.</summary>
internal sealed class RateCourtesy(
    IntegrationSpecification specification,
    ExecutionOptions options,
    TargetClock clock,
    JointWait wait,
    TimeProvider time
)
{
    // Longer windows are neither waited for nor skipped by the clock: an hour is what a run may move at most.
    private static readonly TimeSpan LongestToEmpty = TimeSpan.FromHours(1);

    // Targets that publish whole seconds round the end of a window up.
    private static readonly TimeSpan ALittleMore = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileOthersAreUnderWay = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Undeclared = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset openedAt = clock.Now;
    private readonly ConcurrentDictionary<string, Bucket> buckets = new();

    /// <summary>The bucket of an operation; of everything undeclared when there is none. The second client has its own.</summary>
    public Bucket For(Endpoint? endpoint, CredentialUse use)
    {
        var plan = LimitPlan.For(specification, endpoint);
        var client = use is CredentialUse.SecondClient ? " (second client)" : "";
        return buckets.GetOrAdd(plan.Key + client, _ => new Bucket(plan.Name + client, Windows(plan.Limits), openedAt));
    }

    /// <summary>The bucket of the token endpoint: without a published limit, but it may ask for patience.</summary>
    public Bucket ForTokens => buckets.GetOrAdd("token", _ => new Bucket("the token endpoint", [], openedAt));

    /// <summary>Waits until so many requests may go, or says why they may not.</summary>
    public async Task<Obstacle?> EnterAsync(
        Bucket bucket,
        int count,
        CaseContext context,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var now = clock.Now;
            var turn = bucket.TryEnter(count, now);
            if (turn.HasEntered)
            {
                return null;
            }

            if (turn.At <= now)
            {
                await Task.Delay(WhileOthersAreUnderWay, time, cancellation);
                continue;
            }

            var moment = clock.CanAdvance ? turn.AllClearAt : turn.At;
            var why = $"for the published limit of {bucket.Name} ({bucket.Limits})";
            if (await wait.ForRoomAsync(moment, why, context, cancellation) is { } obstacle)
            {
                return obstacle;
            }
        }
    }

    /// <summary>The target's time.</summary>
    public DateTimeOffset TargetNow => clock.Now;

    /// <summary>The latest the target's time can be.</summary>
    public DateTimeOffset LatestTargetNow => clock.LatestNow;

    /// <summary>Takes back requests that have come back.</summary>
    public void Leave(Bucket bucket, int count) => bucket.Leave(count, clock.LatestNow);

    /// <summary>Hears that the target refused a request (429) and lets nothing go until it serves again.</summary>
    public TimeSpan Refused(Bucket bucket, RecordedResponse response)
    {
        var told = RetryAfter.Of(response, clock.Now);
        var pause = told ?? bucket.ShortestWindow ?? Undeclared;
        // The header counts whole seconds; the next one is surely inside the new window.
        bucket.Block(clock.LatestNow + pause + TimeSpan.FromSeconds(1));
        return pause;
    }

    /// <summary>Waits until the bucket is surely empty, so that what is counted next was sent by this case alone.</summary>
    public Task<Obstacle?> EmptyAsync(Bucket bucket, CaseContext context, CancellationToken cancellationToken) =>
        wait.ForRoomAsync(
            bucket.EmptyAt(LongestToEmpty) + ALittleMore,
            $"for an unused window of {bucket.Name} ({bucket.Limits})",
            context,
            cancellationToken
        );

    private ImmutableArray<LimitWindow> Windows(ImmutableArray<RateLimit> limits) =>
        [
            .. limits.Select(l => new LimitWindow(
                Math.Max(1, LimitPlan.Scaled(l, options.Environment) / options.LimitShare),
                l.Window
            )),
        ];
}
