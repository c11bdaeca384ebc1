using System.Collections.Immutable;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Webhooks;

/// <summary>The deliveries of the event that one case causes, and how they are answered. Thread-safe.</summary>
internal sealed class DeliverySubscription(string number, string eventName, DeliveryScript script)
{
    private readonly Lock adding = new();
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource resolved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<ReceivedDelivery> deliveries = [];
    private volatile string? resource;

    /// <summary>Tells the places apart that redirections lead to.</summary>
    public string Number { get; } = number;

    /// <summary>Name of the event.</summary>
    public string Event { get; } = eventName;

    /// <summary>The answers.</summary>
    public DeliveryScript Script { get; } = script;

    /// <summary>Identifier of the resource; null until the trigger was answered.</summary>
    public string? Resource => resource;

    /// <summary>Done when the trigger was answered.</summary>
    public Task Resolved => resolved.Task;

    /// <summary>Done when late answers are due.</summary>
    public Task Released => released.Task;

    /// <summary>What came until now, in order; what followed a redirection included.</summary>
    public ImmutableArray<ReceivedDelivery> Deliveries
    {
        get
        {
            lock (adding)
            {
                return deliveries;
            }
        }
    }

    /// <summary>The attempts that came until now, in order.</summary>
    public IEnumerable<ReceivedDelivery> Attempts => Deliveries.Where(d => !d.IsRedirected);

    /// <summary>Takes note of what the event is about; null when nothing tells it.</summary>
    public void Resolve(string? identifier)
    {
        resource = identifier;
        resolved.TrySetResult();
    }

    /// <summary>Lets late answers go out.</summary>
    public void Release()
    {
        resolved.TrySetResult();
        released.TrySetResult();
    }

    /// <summary>Whether a delivery is of this event beyond doubt: one of its event came before, or it is about the resource.</summary>
    public bool Has(ReceivedDelivery delivery)
    {
        lock (adding)
        {
            return keys.Contains(delivery.EventKey)
                || (delivery.EventType == Event && resource is { } id && delivery.Mentions(id));
        }
    }

    /// <summary>Adds a delivery.</summary>
    /// <returns>The answer to it.</returns>
    public DeliveryAnswer Add(ReceivedDelivery delivery)
    {
        lock (adding)
        {
            deliveries = deliveries.Add(delivery);
            if (delivery.IsRedirected)
            {
                return new DeliveryAnswer.Status(200);
            }

            keys.Add(delivery.EventKey);
            return Script.For(deliveries.Count(d => !d.IsRedirected));
        }
    }
}
