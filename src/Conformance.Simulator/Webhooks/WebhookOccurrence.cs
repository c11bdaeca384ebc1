using System.Text.Json.Nodes;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>An event that has happened, with the message that tells of it. The message is never changed in place.</summary>
/// <param name="Event">What kind of event.</param>
/// <param name="Id">What receivers recognise it by, the same in every attempt.</param>
/// <param name="Change">What happened.</param>
/// <param name="Shape">Which part of the message means what.</param>
/// <param name="Payload">The message.</param>
internal sealed record WebhookOccurrence(
    WebhookEvent Event,
    string Id,
    ResourceChange Change,
    EnvelopeShape Shape,
    JsonObject Payload
)
{
    /// <summary>Name of the event, as the message and headers tell it.</summary>
    public string TypeName { get; init; } = Event.Name.Value;

    /// <summary>The same event under another id.</summary>
    public WebhookOccurrence WithId(string id) =>
        (this with { Id = id }).Edit(p =>
        {
            if (DottedPath.Get(p, Shape.Id) is not null)
            {
                DottedPath.Set(p, Shape.Id, id);
            }
        });

    /// <summary>The part of a message that the event's own fields stand in.</summary>
    public JsonObject Data(JsonObject payload) =>
        Shape.Data is null ? payload : DottedPath.Get(payload, Shape.Data) as JsonObject ?? payload;

    /// <summary>The same event with its message edited.</summary>
    public WebhookOccurrence Edit(Action<JsonObject> edit)
    {
        var payload = Payload.DeepClone().AsObject();
        edit(payload);
        return this with { Payload = payload };
    }
}
