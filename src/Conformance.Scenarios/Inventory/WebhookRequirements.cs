using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Deliveries of events: what fires them, what they carry, how they are signed, and how they are repeated.</summary>
internal sealed class WebhookRequirements : IRequirementSource
{
    private readonly Entries entries = new(InventorySection.Webhooks);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Webhooks is { } webhooks
            ? Events(context, webhooks)
                .Concat(Envelope(context, webhooks))
                .Concat(webhooks.Security is { } security ? Security(security) : [])
                .Concat(webhooks.Retry is { } retry ? Retry(retry) : [])
                .Concat(Delivery(webhooks))
            : [];

    private IEnumerable<InventoryEntry> Events(InventoryContext context, Webhooks webhooks)
    {
        foreach (var kind in webhooks.Events)
        {
            yield return Rule(
                $"events.{kind.Name.Value}",
                $"The target MUST deliver {kind.Name.Value}"
                    + (
                        kind.TriggeredBy.IsEmpty
                            ? "."
                            : $" after {string.Join(", ", kind.TriggeredBy.Select(t => t.Value))}."
                    ),
                kind.Location
            );
            foreach (var entry in Fields(context, $"events.{kind.Name.Value}", kind.Name.Value, kind.Payload))
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<InventoryEntry> Envelope(InventoryContext context, Webhooks webhooks) =>
        Fields(context, "payload_structure", "every delivery", webhooks.Envelope);

    private IEnumerable<InventoryEntry> Security(WebhookSecurity security)
    {
        if (security.SignatureHeader is { } header)
        {
            yield return Rule(
                "security.signature",
                $"The target MUST sign deliveries in {header.Value}"
                    + (security.Algorithm is { } algorithm ? $" with {algorithm.Value}." : "."),
                header.Location
            );
        }

        if (security.TimestampHeader is { } timestamp)
        {
            yield return Rule(
                "security.timestamp",
                $"The target MUST send the time of the attempt in {timestamp.Value}.",
                timestamp.Location
            );
        }

        if (security.Tolerance is { } tolerance)
        {
            yield return entries.NotObserved(
                Sentence(
                    "security.replay_prevention",
                    $"A receiver refuses timestamps older than {tolerance.Value}.",
                    tolerance.Location
                ),
                "It binds the receiver of deliveries."
            );
        }

        if (security.Dedupe is { } dedupe)
        {
            yield return Rule(
                "security.dedupe",
                $"The target MUST send the same {dedupe.Key.Value} with every attempt for one event, and another one for another event.",
                dedupe.Location
            );
        }
    }

    private IEnumerable<InventoryEntry> Retry(WebhookRetryPolicy retry)
    {
        if (retry.Attempts is { } attempts)
        {
            yield return Rule(
                "retry_policy.attempts",
                $"The target MUST attempt a delivery {attempts.Value} times before it gives up.",
                attempts.Location
            );
        }

        foreach (var (time, number) in retry.Schedule.Select((time, i) => (time, i + 1)))
        {
            yield return Rule(
                $"retry_policy.schedule.{number}",
                $"The target MUST make attempt {number} as scheduled ({time.Value}).",
                time.Location
            );
        }

        if (retry.SuccessCriteria is { } success)
        {
            yield return Rule(
                "retry_policy.success_criteria",
                $"The target MUST take a delivery as done by this only: {success.Value}.",
                success.Location
            );
        }

        if (retry.FailureAction is { } failure)
        {
            yield return entries.NotObserved(
                Sentence("retry_policy.failure_action", $"After the last attempt: {failure.Value}.", failure.Location),
                Reasons.InsideTheProvider
            );
        }
    }

    private IEnumerable<InventoryEntry> Delivery(Webhooks webhooks)
    {
        if (webhooks.Delivery is { } delivery)
        {
            yield return Rule(
                "overview.delivery",
                $"The target MUST deliver as promised: {delivery.Value}.",
                delivery.Location
            );
        }

        if (webhooks.ExpectedResponse is { } answer)
        {
            yield return Rule(
                "expected_response",
                $"The target MUST accept this answer to a delivery: {answer.Value}.",
                answer.Location
            );
        }
    }

    private IEnumerable<InventoryEntry> Fields(
        InventoryContext context,
        string part,
        string what,
        SchemaNode? schema
    ) =>
        schema is null
            ? []
            : new SchemaKeywords(context.Effective)
                .Of(schema, s => s.WriteOnly)
                .Where(rule => rule.Path.Length > 0)
                .Select(rule =>
                    Rule($"{part}.{rule.Path}.{rule.Keyword}", BodySentences.Of(what, rule), rule.Location)
                );

    private InventoryEntry Rule(string aspect, string statement, SourceLocation location) =>
        entries.ByCase(Sentence(aspect, statement, location)) with
        {
            ReasonWhenUntested = Reasons.NeedsListener,
        };

    private static Requirement Sentence(string aspect, string statement, SourceLocation location) =>
        Sentences.Contract(RequirementIds.Section("webhooks", aspect), statement, location);
}
