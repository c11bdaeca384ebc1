using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// Keeps every delivery of a run and decides how each is answered: by the script of the case that caused it, else 200.
/// Thread-safe.
/// </summary>
/// <param name="time">Our clock.</param>
/// <param name="timeout">How long a receiver may take to answer, in our time; null when that is undeclared.</param>
internal sealed class DeliveryDesk(TimeProvider time, TimeSpan? timeout) : IDisposable
{
    private const int MostKept = 20_000;
    private const int MostResources = 200_000;
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1.5);
    private static readonly DeliveryAnswer Fine = new DeliveryAnswer.Status(200);
    private readonly TimeSpan longestHold =
        timeout is { } declared && declared / 4 < LongestHold ? declared / 4 : LongestHold;
    private readonly Lock changing = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<ReceivedDelivery> received = [];
    private readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);
    private readonly HashSet<string> resources = new(StringComparer.Ordinal);
    private readonly List<DeliverySubscription> subscriptions = [];
    private DeliverySubscription? expected;
    private volatile bool isSynchronous;
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything that came until now, in order.</summary>
    public ImmutableArray<ReceivedDelivery> Received
    {
        get
        {
            lock (changing)
            {
                return [.. received];
            }
        }
    }

    /// <summary>Whether anything is received at all.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>How many deliveries were not kept, for there were too many.</summary>
    public int NotKept { get; private set; }

    /// <summary>Takes note of a resource that the target answered a successful request with.</summary>
    public void Note(string identifier)
    {
        lock (changing)
        {
            if (resources.Count < MostResources)
            {
                resources.Add(identifier);
            }
        }
    }

    /// <summary>
    /// From here on the next delivery of an event that nothing else explains is this case's. One case at a time: waits
    /// until the one before has had its first delivery.
    /// </summary>
    public async Task<DeliverySubscription> SubscribeAsync(
        string eventName,
        DeliveryScript script,
        CancellationToken cancellationToken
    )
    {
        await turn.WaitAsync(cancellationToken);
        lock (changing)
        {
            var number = (subscriptions.Count + 1).ToString(CultureInfo.InvariantCulture);
            expected = new DeliverySubscription(number, eventName, script);
            subscriptions.Add(expected);
            return expected;
        }
    }

    /// <summary>Ends the turn of a case; what is known to be its event's is still answered by its script.</summary>
    public void EndTurn(DeliverySubscription subscription)
    {
        lock (changing)
        {
            if (!ReferenceEquals(expected, subscription))
            {
                return;
            }

            expected = null;
        }

        turn.Release();
    }

    /// <summary>Keeps a delivery and decides how it is answered.</summary>
    public async Task<(DeliveryAnswer Answer, DeliverySubscription? Of)> AcceptAsync(
        ReceivedDelivery delivery,
        string? redirectedOf,
        CancellationToken givenUp
    )
    {
        Keep(delivery);
        if (Find(delivery, redirectedOf) is not { } of && (of = await IsExpectedAsync(delivery, givenUp)) is null)
        {
            Pulse();
            return (Fine, null);
        }

        var answer = of.Add(delivery);
        Pulse();
        return (answer, of);
    }

    /// <summary>Waits until something holds of what came.</summary>
    /// <returns>Whether it holds.</returns>
    public async Task<bool> WaitAsync(Func<bool> holds, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        while (true)
        {
            var next = Volatile.Read(ref arrival).Task;
            if (holds())
            {
                return true;
            }

            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return holds();
            }
        }
    }

    /// <summary>Tells those who wait that something has changed.</summary>
    public void Pulse() =>
        Interlocked.Exchange(ref arrival, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private void Keep(ReceivedDelivery delivery)
    {
        lock (changing)
        {
            if (received.Count >= MostKept)
            {
                NotKept++;
                return;
            }

            if (!delivery.IsRedirected)
            {
                delivery.Attempt = attempts[delivery.EventKey] = attempts.GetValueOrDefault(delivery.EventKey) + 1;
            }

            delivery.IsExplained = MentionsResource;
            received.Add(delivery);
        }
    }

    private bool MentionsResource(ReceivedDelivery delivery)
    {
        lock (changing)
        {
            return delivery.MentionsAny(resources);
        }
    }

    private DeliverySubscription? Find(ReceivedDelivery delivery, string? redirectedOf)
    {
        lock (changing)
        {
            return redirectedOf is not null
                ? subscriptions.Find(s => s.Number == redirectedOf)
                : subscriptions.FindLast(s => s.Has(delivery));
        }
    }

    // A provider may deliver before it answers the call: what the event is about is not known then. It is held for a
    // moment, unless it is known that the answer waits for the delivery.
    private async Task<DeliverySubscription?> IsExpectedAsync(ReceivedDelivery delivery, CancellationToken givenUp)
    {
        DeliverySubscription? candidate;
        lock (changing)
        {
            candidate = expected;
        }

        if (candidate is null || delivery.EventType != candidate.Event)
        {
            return null;
        }

        if (!candidate.Resolved.IsCompleted && !isSynchronous)
        {
            try
            {
                await candidate.Resolved.WaitAsync(longestHold, time, givenUp);
            }
            catch (TimeoutException)
            {
                isSynchronous = true;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        // Without an identifier, what nothing else explains is taken to be it.
        return candidate.Resource is null ? (IsFirstOf(candidate) && !MentionsResource(delivery) ? candidate : null)
            : candidate.Has(delivery) ? candidate
            : null;
    }

    private static bool IsFirstOf(DeliverySubscription candidate) => candidate.Deliveries.IsEmpty;
}
