using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>The sentences about deliveries, each spelled once; null where the specification does not say it.</summary>
internal sealed class WebhookSentences(Webhooks webhooks)
{
    private readonly DeliveryFields fields = DeliveryFields.Of(webhooks);

    /// <summary>An event is delivered (STANDARDS WHS-12).</summary>
    public static Requirement Delivered(WebhookEvent of) =>
        Event(
            of,
            "",
            $"The target MUST deliver {of.Name.Value}"
                + (of.TriggeredBy.IsEmpty ? "." : $" after {string.Join(", ", of.TriggeredBy.Select(t => t.Value))}."),
            "WHS-12"
        );

    /// <summary>An event is one event (STANDARDS WHS-12).</summary>
    public static Requirement Once(WebhookEvent of) =>
        Event(of, "once", $"The target MUST make one {of.Name.Value} of what happened once.", "WHS-12");

    /// <summary>What was refused is no event (STANDARDS WHS-12).</summary>
    public static Requirement NotWhenRefused(WebhookEvent of) =>
        Event(of, "refused", $"The target MUST NOT deliver {of.Name.Value} for a request that it refused.", "WHS-12");

    /// <summary>A replay is no event (STANDARDS WHS-12).</summary>
    public static Requirement NotWhenReplayed(WebhookEvent of) =>
        Event(of, "replayed", $"The target MUST NOT deliver {of.Name.Value} again for a replayed request.", "WHS-12");

    /// <summary>An event has its own fields (STANDARDS WHS-04).</summary>
    public static Requirement Payload(WebhookEvent of) =>
        Event(of, "payload", $"The target MUST send the declared fields with {of.Name.Value}.", "WHS-04");

    /// <summary>An event tells what happened to what (STANDARDS WHS-04).</summary>
    public static Requirement Tells(WebhookEvent of) =>
        Event(of, "tells", $"The target MUST tell in {of.Name.Value} what happened, and to what.", "WHS-04");

    /// <summary>An event and the API tell the same (STANDARDS WHS-13).</summary>
    public static Requirement AgreesWithApi(WebhookEvent of) =>
        Sentences.Proposal(
            RequirementIds.Section("webhooks", $"events.{of.Name.Value}.agrees"),
            $"The target SHOULD send the values with {of.Name.Value} that its API shows.",
            of.Location,
            "WHS-13"
        );

    /// <summary>The envelope; null when none is declared (STANDARDS WHS-04).</summary>
    public Requirement? Envelope =>
        webhooks.Envelope is { } envelope
            ? Contract(
                "payload_structure",
                "The target MUST send every event as declared.",
                envelope.Location,
                "WHS-04"
            )
            : null;

    /// <summary>Method and media type (STANDARDS WHS-01).</summary>
    public Requirement Posts =>
        Contract(
            "overview.format",
            $"The target MUST deliver as POST with a JSON body{Quoted(webhooks.Format)}.",
            (webhooks.Format ?? webhooks.Description)?.Location ?? webhooks.Location,
            "WHS-01"
        );

    /// <summary>The signature; null when none is declared (STANDARDS WHS-02).</summary>
    public Requirement? Signature =>
        webhooks.Security is { } security && DeliveryHeaders.SignatureOf(security) is { } header
            ? Contract(
                "security.signature",
                $"The target MUST sign deliveries in {header}"
                    + (security.Algorithm is { } algorithm ? $" with {algorithm.Value}." : "."),
                security.SignatureHeader?.Location ?? security.Location,
                "WHS-02"
            )
            : null;

    /// <summary>The time of an attempt; null when no header for it is declared (STANDARDS WHS-03).</summary>
    public Requirement? Stamp =>
        webhooks.Security is { } security && DeliveryHeaders.TimestampOf(security) is { } header
            ? Contract(
                "security.timestamp",
                $"The target MUST send the time of the attempt in {header}.",
                security.TimestampHeader?.Location ?? security.Location,
                "WHS-03"
            )
            : null;

    /// <summary>The id of an event; null when none is declared (STANDARDS WHS-05).</summary>
    public Requirement? EventId =>
        fields.EventId is { } id
            ? Contract(
                "security.dedupe",
                $"The target MUST send the same {id} with every attempt for one event, and another one for another event.",
                webhooks.Security?.Dedupe?.Location ?? webhooks.Envelope?.Location ?? webhooks.Location,
                "WHS-05"
            )
            : null;

    /// <summary>The content of an event (STANDARDS WHS-05).</summary>
    public Requirement SameEvent =>
        Contract(
            "retry_policy.event",
            "The target MUST tell of one event in the same way with every attempt.",
            webhooks.Retry?.Location ?? webhooks.Location,
            "WHS-05"
        );

    /// <summary>The bytes of an event (STANDARDS WHS-06).</summary>
    public Requirement Bytes =>
        Sentences.Proposal(
            RequirementIds.Section("webhooks", "retry_policy.bytes"),
            "The target SHOULD send the same bytes with every attempt for one event.",
            webhooks.Retry?.Location ?? webhooks.Location,
            "WHS-06"
        );

    /// <summary>The names of events; null when none is declared (STANDARDS WHS-12).</summary>
    public Requirement? Declared =>
        webhooks.Events.IsEmpty
            ? null
            : Contract(
                "events",
                "The target MUST deliver declared events only.",
                webhooks.Events[0].Location,
                "WHS-12"
            );

    /// <summary>How often a delivery is attempted, and when; null when undeclared (STANDARDS WHS-08).</summary>
    public Requirement? Schedule =>
        RetryTimes.Of(webhooks.Retry) is { } times
            ? Contract(
                "retry_policy.attempts",
                $"The target MUST attempt a delivery {times.Attempts} times before it gives up.",
                webhooks.Retry!.Attempts?.Location ?? webhooks.Retry.Location,
                "WHS-08",
                "WHS-09"
            )
            : null;

    /// <summary>What a success is; null when the specification does not say that every 2xx is one (STANDARDS WHS-07).</summary>
    public Requirement? Success =>
        (webhooks.Retry?.SuccessCriteria ?? webhooks.ExpectedResponse) is { } criteria
        && criteria.Value.Contains("2xx", StringComparison.OrdinalIgnoreCase)
            ? Contract(
                webhooks.Retry?.SuccessCriteria is null ? "expected_response" : "retry_policy.success_criteria",
                $"The target MUST take a delivery as done by this only: {criteria.Value}.",
                criteria.Location,
                "WHS-07",
                "WHS-09",
                "WHS-10"
            )
            : null;

    /// <summary>Nothing is lost; null when nothing is promised (STANDARDS WHS-07).</summary>
    public Requirement? Guarantee =>
        webhooks.Delivery is { } delivery
            ? Contract(
                "overview.delivery",
                $"The target MUST deliver as promised: {delivery.Value}.",
                delivery.Location,
                "WHS-07"
            )
            : null;

    private static string Quoted(Located<string>? text) => text is null ? "" : $": {text.Value}";

    private static Requirement Event(WebhookEvent of, string aspect, string statement, string reference) =>
        Contract(
            aspect.Length == 0 ? $"events.{of.Name.Value}" : $"events.{of.Name.Value}.{aspect}",
            statement,
            of.Location,
            reference
        );

    private static Requirement Contract(
        string aspect,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Sentences.Contract(RequirementIds.Section("webhooks", aspect), statement, location, references);
}
