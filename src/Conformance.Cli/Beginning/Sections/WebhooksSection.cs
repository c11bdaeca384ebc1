namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>webhooks</c>, signed as Standard Webhooks lays down.</summary>
internal static class WebhooksSection
{
    public static string Write(Beginning b) =>
        b.HasWebhooks
            ? $$"""
                webhooks:
                  overview:
                    description: {{SpecificationDraft.Quoted(
                    $"Tells {b.Consumer} what becomes of {b.Resource.PluralWords}"
                )}}
                    delivery: "At-least-once delivery, in no particular order"
                    format: "JSON, signed as Standard Webhooks lays down"
                  configuration:
                    endpoint_url: "One HTTPS endpoint for each client"
                    secret_key: "Shared secret of 32 random bytes; rotated yearly, two are valid for 24 hours"
                    events: [{{b.Resource.Singular}}.created, {{b.Resource.Singular}}.deleted]
                  security:
                    scheme: standard-webhooks
                    replay_prevention: "Reject if timestamp > 5 minutes old"
                    dedupe: { key: event_id, retention: P7D }
                  payload_structure:
                    type: object
                    required: [event_id, event_type, timestamp, data]
                    properties:
                      event_id: { type: string, minLength: 1 }
                      event_type: { type: string, enum: [{{b.Resource.Singular}}.created, {{b.Resource.Singular}}.deleted] }
                      timestamp: { type: string, format: date-time }
                      data:
                        type: object
                        required: [id]
                        properties:
                          id: { type: string, format: uuid, description: "Of the {{b.Resource.Words}}" }
                  retry_policy:
                    attempts: 4
                    schedule: ["Immediate", "1 minute", "10 minutes", "1 hour"]
                    schedule_meaning: gaps
                    success_criteria: "HTTP 2xx response within 15 seconds"
                    failure_action: "Event logged, manual retry available"
                  expected_response:
                    status: "2xx within 15 seconds"
                  events:
                    {{b.Resource.Singular}}.created:
                      description: "{{Capital(b.Resource.OneOfThem)}} has been created"
                      triggered_by: [create-{{b.Resource.Singular}}]
                      payload: { $ref: "#/data_models/{{b.Resource.Model}}" }
                    {{b.Resource.Singular}}.deleted:
                      description: "{{Capital(b.Resource.OneOfThem)}} has been deleted"
                      triggered_by: [delete-{{b.Resource.Singular}}]
                      payload:
                        type: object
                        required: [id]
                        properties:
                          id: { type: string, format: uuid }
                """
            : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
