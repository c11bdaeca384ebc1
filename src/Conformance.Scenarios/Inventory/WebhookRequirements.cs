using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Deliveries of events: what fires them, what they carry, how they are signed, and how they are repeated.</summary>
internal sealed class WebhookRequirements : IRequirementSource
{
    private const string NoEvent = "No case makes an event happen: none is declared that a call of a run fires.";
    private readonly Entries entries = new(InventorySection.Webhooks);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Webhooks is { } webhooks
            ? Events(context, webhooks)
                .Concat(Envelope(context, webhooks))
                .Concat(webhooks.Security is { } security ? Security(security) : [])
                .Concat(webhooks.Retry is { } retry ? Retry(webhooks, retry) : [])
                .Concat(Delivery(webhooks))
            : [];

    private IEnumerable<InventoryEntry> Events(InventoryContext context, Webhooks webhooks)
    {
        foreach (var kind in webhooks.Events)
        {
            yield return entries.ByCase(WebhookSentences.Delivered(kind));
            foreach (
                var sentence in (Requirement[])
                    [
                        WebhookSentences.Once(kind),
                        WebhookSentences.Tells(kind),
                        WebhookSentences.NotWhenRefused(kind),
                        WebhookSentences.NotWhenReplayed(kind),
                        WebhookSentences.AgreesWithApi(kind),
                    ]
            )
            {
                yield return entries.ByCase(sentence) with
                {
                    ReasonWhenUntested = $"No case makes {kind.Name.Value} happen in this way.",
                };
            }

            if (kind.Payload is null)
            {
                continue;
            }

            var payload = WebhookSentences.Payload(kind);
            yield return entries.ByCase(payload);
            foreach (
                var entry in Fields(context, $"events.{kind.Name.Value}", kind.Name.Value, kind.Payload, payload.Id)
            )
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<InventoryEntry> Envelope(InventoryContext context, Webhooks webhooks)
    {
        var sentences = new WebhookSentences(webhooks);
        if (sentences.Envelope is { } envelope)
        {
            yield return entries.ByCase(envelope);
            foreach (
                var entry in Fields(context, "payload_structure", "every delivery", webhooks.Envelope, envelope.Id)
            )
            {
                yield return entry;
            }
        }

        foreach (
            var sentence in new[]
            {
                webhooks.Events.IsEmpty ? null : sentences.Posts,
                sentences.Signature,
                sentences.Stamp,
                sentences.EventId,
                sentences.Declared,
            }.OfType<Requirement>()
        )
        {
            yield return entries.ByCase(sentence) with
            {
                ReasonWhenUntested = NoEvent,
            };
        }
    }

    private IEnumerable<InventoryEntry> Security(WebhookSecurity security)
    {
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
    }

    private IEnumerable<InventoryEntry> Retry(Webhooks webhooks, WebhookRetryPolicy retry)
    {
        var sentences = new WebhookSentences(webhooks);
        if (sentences.Schedule is { } schedule)
        {
            yield return entries.ByCase(schedule);
            yield return entries.ByCase(sentences.Bytes);
            yield return entries.ByCase(sentences.SameEvent);
            foreach (var (time, number) in retry.Schedule.Select((time, i) => (time, i + 1)))
            {
                yield return entries.ByCase(
                    Sentence(
                        $"retry_policy.schedule.{number}",
                        $"The target MUST make attempt {number} as scheduled ({time.Value}).",
                        time.Location
                    ),
                    schedule.Id
                );
            }
        }
        else if (retry.Attempts is { } attempts)
        {
            yield return entries.NotObserved(
                Sentence(
                    "retry_policy.attempts",
                    $"The target MUST attempt a delivery {attempts.Value} times before it gives up.",
                    attempts.Location
                ),
                "No schedule says when attempts are due; declare retry_policy.schedule."
            );
        }

        if (retry.SuccessCriteria is { } success && sentences.Success is null)
        {
            yield return entries.NotObserved(
                Sentence(
                    "retry_policy.success_criteria",
                    $"The target MUST take a delivery as done by this only: {success.Value}.",
                    success.Location
                ),
                "It does not say that every 2xx is a success, so no answer is right or wrong beyond doubt."
            );
        }
        else if (sentences.Success is { } done && retry.SuccessCriteria is not null)
        {
            yield return entries.ByCase(done);
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
        var sentences = new WebhookSentences(webhooks);
        if (sentences.Guarantee is { } guarantee)
        {
            yield return entries.ByCase(guarantee) with
            {
                ReasonWhenUntested = NoEvent,
            };
        }

        if (webhooks.ExpectedResponse is { } answer)
        {
            var accepted = Sentence(
                "expected_response",
                $"The target MUST accept this answer to a delivery: {answer.Value}.",
                answer.Location
            );
            yield return sentences.Success is { } success
                ? entries.ByCase(accepted, success.Id)
                : entries.NotObserved(accepted, "It does not say that every 2xx is a success.");
        }
    }

    private IEnumerable<InventoryEntry> Fields(
        InventoryContext context,
        string part,
        string what,
        SchemaNode? schema,
        string judgedAs
    ) =>
        schema is null
            ? []
            : new SchemaKeywords(context.Effective)
                .Of(schema, s => s.WriteOnly)
                .Where(rule => rule.Path.Length > 0)
                .Select(rule =>
                    entries.ByCase(
                        Sentence($"{part}.{rule.Path}.{rule.Keyword}", BodySentences.Of(what, rule), rule.Location),
                        judgedAs
                    )
                );

    private static Requirement Sentence(string aspect, string statement, SourceLocation location) =>
        Sentences.Contract(RequirementIds.Section("webhooks", aspect), statement, location);
}
