using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>What a specification would need for a fault of webhooks; completes "the specification has no ...".</summary>
internal static class WebhookLack
{
    /// <summary>An event that an operation fires.</summary>
    public static string? OfEvents(IntegrationSpecification specification) =>
        Fired(specification).Any() ? null : "event that an operation fires";

    /// <summary>An event with a field that fits.</summary>
    public static string? OfField(
        IntegrationSpecification specification,
        Func<SchemaProperty, JsonTypes, bool> fits,
        string what
    )
    {
        var schemas = new SchemaIndex(specification);
        return Fired(specification)
            .Where(e => e.Payload is not null)
            .SelectMany(e => schemas.Properties(e.Payload!))
            .Any(p => fits(p, schemas.Types(p.Schema)))
            ? null
            : what;
    }

    /// <summary>A part of its messages.</summary>
    public static string? OfPart(
        IntegrationSpecification specification,
        Func<EnvelopeShape, string?> part,
        string what
    ) =>
        OfEvents(specification)
        ?? (
            part(EnvelopeShape.Of(specification.Webhooks!, new SchemaIndex(specification))) is null
                ? $"{what} in its messages"
                : null
        );

    /// <summary>Signed deliveries, of a kind.</summary>
    public static string? OfSignature(
        IntegrationSpecification specification,
        Func<SigningTerms, bool>? fits = null,
        string what = "signed deliveries"
    ) =>
        OfEvents(specification)
        ?? (
            SigningTerms.Of(specification.Webhooks!.Security) is { } terms && fits?.Invoke(terms) is not false
                ? null
                : what
        );

    /// <summary>A time that deliveries tell.</summary>
    public static string? OfTimestamp(IntegrationSpecification specification) =>
        OfSignature(
            specification,
            t => t.HasTimeInHeader || t.TimestampHeader is not null,
            "time of the attempt in its deliveries"
        );

    /// <summary>Attempts after the first.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="least">How many attempts are needed.</param>
    public static string? OfRepetition(IntegrationSpecification specification, int least = 2) =>
        OfEvents(specification)
        ?? (RetryPlan.Of(specification.Webhooks!.Retry).Attempts >= least ? null : "repeated deliveries");

    /// <summary>A time within which receivers must answer.</summary>
    public static string? OfPatience(IntegrationSpecification specification) =>
        OfRepetition(specification)
        ?? (specification.Webhooks!.Retry?.SuccessTimeout is null ? "time for receivers to answer in" : null);

    /// <summary>An event that an operation of a kind fires.</summary>
    public static string? OfTrigger(IntegrationSpecification specification, Func<Endpoint, bool> fits, string what) =>
        specification.Endpoints.Any(e => fits(e) && IsTrigger(specification, e)) ? null : what;

    /// <summary>Two kinds of events that operations fire.</summary>
    public static string? OfSeveralKinds(IntegrationSpecification specification) =>
        Fired(specification).Skip(1).Any() ? null : "second kind of event";

    /// <summary>Whether an operation fires an event.</summary>
    public static bool IsTrigger(IntegrationSpecification specification, Endpoint endpoint) =>
        Fired(specification).Any(e => e.TriggeredBy.Any(t => t.Value == endpoint.OperationId.Value));

    /// <summary>The events that operations fire.</summary>
    public static IEnumerable<WebhookEvent> Fired(IntegrationSpecification specification) =>
        (specification.Webhooks?.Events ?? []).Where(e =>
            e.TriggeredBy.Any(t => specification.Endpoints.Any(o => o.OperationId.Value == t.Value))
        );
}
