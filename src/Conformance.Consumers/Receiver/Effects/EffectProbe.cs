using System.Globalization;
using System.Text.Json;
using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Consumers.Receiver.Effects;

/// <summary>
/// Reads the effects of deliveries where the consumer says they can be seen: GET, JSON, and in it a number, a list
/// (its length counts), or an object or a boolean (whether it is there counts).
/// </summary>
/// <param name="template">URL; <c>{event_id}</c>, <c>{object_id}</c> and <c>{event_type}</c> in it are filled in.</param>
/// <param name="field">Dotted path of the value in the answer; null for the whole answer.</param>
/// <param name="sender">Sends.</param>
internal sealed class EffectProbe(string template, string? field, PlainSender sender)
{
    /// <summary>Whether it is asked about one event, or about the object that the event happened to.</summary>
    public bool IsAboutOne => IsAboutEvent || template.Contains("{object_id}", StringComparison.Ordinal);

    /// <summary>Whether it is asked about one event.</summary>
    public bool IsAboutEvent => template.Contains("{event_id}", StringComparison.Ordinal);

    /// <summary>The address for an event.</summary>
    /// <param name="of">The event.</param>
    public string AddressOf(DeliveredEvent of) =>
        template
            .Replace("{event_id}", Uri.EscapeDataString(of.Id), StringComparison.Ordinal)
            .Replace("{object_id}", Uri.EscapeDataString(of.ObjectId), StringComparison.Ordinal)
            .Replace("{event_type}", Uri.EscapeDataString(of.Type), StringComparison.Ordinal);

    /// <summary>Asks once.</summary>
    /// <param name="of">The event.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ProbeReading> ReadAsync(DeliveredEvent of, CancellationToken cancellationToken)
    {
        var url = new Uri(AddressOf(of));
        var request = new RecordedRequest("GET", url, [new("Accept", "application/json")], default, null);
        var exchange = await sender.SendAsync(request, "probe", cancellationToken);
        return exchange.Response switch
        {
            null => ProbeReading.Unreadable($"the probe gave no answer: {exchange.Failure?.Message}"),
            { Status: 404 or 410 } when IsAboutOne => new(0),
            { Status: < 200 or > 299 } other => ProbeReading.Unreadable(
                string.Create(CultureInfo.InvariantCulture, $"the probe answered {other.Status}")
            ),
            var answer => Read(answer.Body),
        };
    }

    private ProbeReading Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Find(document.RootElement) is { } value ? CountIn(value) : Absent();
        }
        catch (JsonException)
        {
            return ProbeReading.Unreadable("the probe's answer is not JSON");
        }
    }

    // What is not there yet is no effect where one event is asked about, and a wrong field where all are.
    private ProbeReading Absent() =>
        IsAboutOne ? new(0) : ProbeReading.Unreadable($"the probe's answer has no field '{field}'");

    private JsonElement? Find(JsonElement root)
    {
        var current = root;
        foreach (var name in (field ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (current.ValueKind is not JsonValueKind.Object || !current.TryGetProperty(name, out current))
            {
                return null;
            }
        }

        return current;
    }

    private static ProbeReading CountIn(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) => new(number),
            JsonValueKind.Array => new(value.GetArrayLength()),
            JsonValueKind.True => new(1, IsPresence: true),
            JsonValueKind.False or JsonValueKind.Null => new(0, IsPresence: true),
            JsonValueKind.Object => new(1, IsPresence: true),
            _ => ProbeReading.Unreadable("the probe shows neither a whole number nor a list, object or boolean"),
        };
}
