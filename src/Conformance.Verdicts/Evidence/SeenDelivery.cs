using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>One delivery that the target sent, as checks read it.</summary>
internal sealed class SeenDelivery
{
    private readonly Lazy<ResponseBody> body;

    /// <summary>Looks at an exchange that the target began.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="context">The specification and what else is known of the target.</param>
    public SeenDelivery(Exchange exchange, JudgeContext context)
    {
        Exchange = exchange;
        Context = context;
        Facts = exchange.Delivery ?? throw new ArgumentException("The exchange is no delivery.", nameof(exchange));
        body = new(() => ResponseBody.Read(Facts.Body, Facts.IsTruncated));
    }

    /// <summary>The exchange.</summary>
    public Exchange Exchange { get; }

    /// <summary>The specification and what else is known of the target.</summary>
    public JudgeContext Context { get; }

    /// <summary>What is known of it.</summary>
    public DeliveryFacts Facts { get; }

    /// <summary>The section of the specification.</summary>
    public Webhooks Webhooks => Context.Specification.Webhooks!;

    /// <summary>The body, read once.</summary>
    public ResponseBody Body => body.Value;

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json => Body.Json;

    /// <summary>Whether it was answered 2xx at once, so that it is done.</summary>
    public bool HasSucceeded => Exchange.Response?.Status is >= 200 and < 300 && !Facts.WasHeld;

    /// <summary>
    /// Whether it is a delivery of this contract: about a resource of the run, of a declared event, or signed. Whatever
    /// else a public address is sent says nothing of the target.
    /// </summary>
    public bool IsOfContract =>
        Facts.IsExplained
        || (Facts.EventType is { } type && DeliveryFields.Of(Webhooks).Knows(type))
        || (
            Webhooks.Security is { } security
            && DeliveryHeaders.SignatureOf(security) is { } header
            && Header(header) is not null
        );

    /// <summary>The first value of a header; null when it is absent.</summary>
    /// <param name="name">Header name, any case.</param>
    public string? Header(string name) =>
        Exchange
            .Request.Headers.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    /// <summary>A place in it in words: <c>delivery of order.created, body, $.event_id</c>.</summary>
    /// <param name="place">The place.</param>
    public string Where(string place) => $"delivery of {Excerpt.OfText(Facts.EventType ?? "no event", 60)}, {place}";

    /// <summary>A place in the body in words.</summary>
    /// <param name="path">Field path.</param>
    public string WhereInBody(string path) => Where($"body, {FieldPath.Display(path)}");
}
