using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>Knows who wants to be told of events, and what each call's success means for them.</summary>
internal sealed class WebhookDesk : IAsyncDisposable
{
    private readonly SimulatorWorld _world;
    private readonly Specification.Model.Webhooks? _webhooks;
    private readonly Lazy<EnvelopeShape> _shape;
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, WebhookSubscription> _subscriptions;
    private Courier? _courier;
    private bool _isDisposed;

    public WebhookDesk(SimulatorWorld world)
    {
        _world = world;
        _webhooks = world.Specification.Webhooks;
        _shape = new(() => EnvelopeShape.Of(_webhooks!, world.Schemas));
        _subscriptions = ImmutableDictionary<string, WebhookSubscription>.Empty;
        if (world.Options.Webhooks is { } told)
        {
            Subscribe("options", told);
        }
    }

    /// <summary>Whether there are events at all.</summary>
    public bool HasEvents => _webhooks is { Events.IsEmpty: false };

    /// <summary>Whether deliveries are signed.</summary>
    public bool AreSigned => _webhooks?.Security is not null;

    /// <summary>Registers a subscriber, in the place of one that came in the same way.</summary>
    /// <param name="way">How it came in.</param>
    /// <param name="subscription">Who it is.</param>
    public void Subscribe(string way, WebhookSubscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, s => s.SetItem(way, subscription));

    /// <summary>Forgets a subscriber; what is under way goes on.</summary>
    public void Unsubscribe(string way) => ImmutableInterlocked.Update(ref _subscriptions, s => s.Remove(way));

    /// <summary>A call has been answered; whoever wants to know of what it did is told in the background.</summary>
    public void Answered(Call call, Reply reply)
    {
        if (_webhooks is null || _subscriptions.IsEmpty || call.Endpoint is null)
        {
            return;
        }

        var happened = reply is { IsSuccess: true, Change: { } change } ? Of(call, change) : [];
        foreach (var occurrence in _world.Faults.Through(happened, (f, o) => f.AlterOccurrences(call, reply, o)))
        {
            foreach (var (_, subscription) in _subscriptions.Where(s => s.Value.Wants(occurrence.Event.Name.Value)))
            {
                Courier()?.Deliver(subscription, occurrence);
            }
        }
    }

    /// <summary>The events that a call fires when it has this effect.</summary>
    public ImmutableArray<WebhookOccurrence> Of(Call call, ResourceChange change) =>
        _webhooks is null
            ? []
            :
            [
                .. _webhooks
                    .Events.Where(e => e.TriggeredBy.Any(t => t.Value == call.Endpoint?.OperationId.Value))
                    .Select(e => Make(e, call, change)),
            ];

    /// <summary>An event, made to be told.</summary>
    public WebhookOccurrence Make(WebhookEvent kind, Call call, ResourceChange change)
    {
        var shape = _shape.Value;
        var id = NewId();
        var writer = new PayloadWriter(_webhooks!, shape, _world.Schemas, _world.Values);
        var type = call.Endpoint?.Resource?.Type.Value;
        return new(kind, id, change, shape, writer.Write(kind, id, type, change, _world.Clock.GetUtcNow()));
    }

    /// <summary>An id that no event has had, in a form that the envelope allows.</summary>
    public string NewId()
    {
        var plain = Guid.NewGuid();
        var schema = _world.Schemas.At(_webhooks!.Envelope, _shape.Value.Id);
        string[] forms = [$"evt_{plain:N}", plain.ToString()];
        return schema is null
            ? forms[0]
            : forms.FirstOrDefault(f => _world.Inspector.Inspect(JsonSerializer.SerializeToElement(f), schema).IsEmpty)
                ?? PlainText.For(schema, _world.Schemas, _world.Clock.GetUtcNow());
    }

    /// <summary>Gives subscribers a moment to answer what is under way, before time is moved on.</summary>
    public Task SettleAsync(CancellationToken stop) =>
        _courier?.SettleAsync(_world.Options.Settling, stop) ?? Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Courier? courier;
        lock (_gate)
        {
            _isDisposed = true;
            (courier, _courier) = (_courier, null);
        }

        return courier?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    // Made when there is something to deliver, for most servers never have.
    private Courier? Courier()
    {
        lock (_gate)
        {
            return _isDisposed ? null : _courier ??= Make();
        }
    }

    private Courier Make()
    {
        var plan = _world.Faults.Through(RetryPlan.Of(_webhooks?.Retry), (f, p) => f.AlterRetryPlan(p));
        return new(_world, new DeliveryWriter(_world, SigningTerms.Of(_webhooks?.Security)), plan);
    }
}
