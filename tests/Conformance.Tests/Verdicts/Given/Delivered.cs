using System.Collections.Immutable;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Tests.Verdicts.Given;

/// <summary>One delivery of a webhook, as it was received.</summary>
internal sealed record Delivered
{
    public const string Created = "order.created";
    public const string Secret = "a secret of some length";
    public const string Event =
        """{"event_id":"evt-1","event_type":"order.created","timestamp":"2026-01-15T10:30:00Z","data":{"object_type":"order","object_id":"ORD-1","order_id":"ORD-1","status":"pending"}}""";

    public static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    public static RetryTimes Times { get; } =
        new(
            4,
            [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)],
            null,
            TimeSpan.FromSeconds(30)
        );

    public static Webhooks Webhooks { get; } =
        new()
        {
            Format = Sample.At("JSON payload", 100),
            Security = new(
                Sample.At("X-Signature", 101),
                Sample.At("HMAC-SHA256", 102),
                Sample.At("X-Timestamp", 103),
                Sample.At(TimeSpan.FromMinutes(5), 104),
                Sample.At("{body}", 105),
                "sha256=",
                Sample.At("unix-seconds", 106),
                [],
                Sample.Line(101)
            ),
            Envelope = Sample.Object(
                110,
                Sample.Property("event_id", Sample.Text(111)),
                Sample.Property("event_type", Sample.Text(112)),
                Sample.Property("timestamp", Sample.Text(113, "date-time")),
                Sample.Property(
                    "data",
                    Sample.Object(
                        114,
                        Sample.Property("object_type", Sample.Text(115)),
                        Sample.Property("object_id", Sample.Text(116))
                    )
                )
            ),
            Events =
            [
                new(
                    Sample.At(Created, 120),
                    null,
                    Sample.Object(
                        121,
                        Sample.Property("order_id", Sample.Text(122)),
                        Sample.Property("status", Sample.Text(123))
                    ),
                    [Sample.At("create-order", 124)],
                    Sample.Line(120)
                ),
            ],
            Location = Sample.Line(99),
        };

    public static IntegrationSpecification Specification { get; } = Sample.Specification with { Webhooks = Webhooks };

    public string Method { get; init; } = "POST";

    public byte[] Body { get; init; } = Encoding.UTF8.GetBytes(Event);

    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [("Content-Type", "application/json")];

    public string? EventId { get; init; } = "evt-1";

    public string? EventType { get; init; } = Created;

    public int? Status { get; init; } = 200;

    /// <summary>After <see cref="Start"/>, by the target's clock.</summary>
    public TimeSpan At { get; init; }

    /// <summary>How much earlier it may have been.</summary>
    public TimeSpan OrEarlier { get; init; }

    public bool WasGivenUp { get; init; }

    public bool IsRedirected { get; init; }

    public bool IsExplained { get; init; } = true;

    public bool IsElsewhere { get; init; }

    public static Delivered Of(string body) => new() { Body = Encoding.UTF8.GetBytes(body) };

    public static Delivered After(double minutes, int status = 500) =>
        new() { At = TimeSpan.FromMinutes(minutes), Status = status };

    public Delivered With(string name, string value) =>
        this with
        {
            Headers = [.. Headers.Where(h => h.Name != name), (name, value)],
        };

    public Exchange AsExchange(string step, int index)
    {
        var type = Headers.FirstOrDefault(h => h.Name == "Content-Type").Value;
        return new()
        {
            Index = index,
            Step = step,
            Purpose = ExchangePurpose.Delivery,
            Request = new(Method, new Uri("http://127.0.0.1:9/webhooks"), Sample.Headers([.. Headers]), Body, type),
            Response = Status is { } status ? new(status, "", "1.1", [], ReadOnlyMemory<byte>.Empty, false) : null,
            Failure = Status is null ? new(TransportFailureKind.Cancelled, "given up by the sender") : null,
            SentAt = Start + At,
            SentAtTarget = Start + At,
            Duration = TimeSpan.FromMilliseconds(5),
            Delivery = new()
            {
                EventId = EventId,
                EventType = EventType,
                Attempt = 1,
                Body = Body,
                Moment = new(Start + At - OrEarlier, Start + At),
                WasGivenUp = WasGivenUp,
                IsRedirected = IsRedirected,
                IsElsewhere = IsElsewhere,
                IsExplained = IsExplained,
            },
        };
    }
}
