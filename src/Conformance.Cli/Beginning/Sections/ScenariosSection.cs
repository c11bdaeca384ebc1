namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>sequence_diagrams</c> and <c>test_scenarios</c>.</summary>
internal static class ScenariosSection
{
    public static string Write(Beginning b) =>
        $$"""
            sequence_diagrams:
              - title: "{{char.ToUpperInvariant(b.Resource.OneOfThem[0])}}{{b.Resource.OneOfThem[
                1..
            ]}} is created and read"
                diagram: |
                  sequenceDiagram
                      participant Consumer
                      participant Provider
                      Consumer->>Provider: POST /api/v1/{{b.Resource.Plural}}
                      alt valid
                          Provider-->>Consumer: Created (201){{Event(b)}}
                          Consumer->>Provider: GET /api/v1/{{b.Resource.Plural}}/{id}
                          Provider-->>Consumer: The {{b.Resource.Words}} (200)
                      else not valid
                          Provider-->>Consumer: VALIDATION_ERROR (400)
                      end

            test_scenarios:
              happy_path:
                name: "{{char.ToUpperInvariant(b.Resource.OneOfThem[0])}}{{b.Resource.OneOfThem[1..]}} is created"
                request:
                  method: POST
                  path: /api/v1/{{b.Resource.Plural}}
                  body: "{valid payload}"
                expected:
                  status: 201
                  response_contains: [id, name, created_at]
                postconditions:
                  - text: "It can be read"
                    probe: { operation: read-{{b.Resource.Singular}}, expected_status: 200, expected: { id: "{id}" } }
              validation_errors:
                - name: "No name"
                  request: "{payload without name}"
                  expected_status: 400
                  expected_error: VALIDATION_ERROR
                - name: "Unknown priority"
                  request: "{payload with priority: none}"
                  expected_status: 400
                  expected_error: VALIDATION_ERROR
              edge_cases:
                - name: "Unexpected error"
                  request: { method: POST, path: /api/v1/{{b.Resource.Plural}} }
                  setup: "Configure the service to fail"
                  expected_status: 500
                  expected_error: INTERNAL_ERROR
                - name: "Service unavailable"
                  request: { method: POST, path: /api/v1/{{b.Resource.Plural}} }
                  setup: "Take the service down for maintenance"
                  expected_status: 503
                  expected_error: SERVICE_UNAVAILABLE
              idempotency:
                name: "The same request twice"
                steps:
                  - "Send payload with Idempotency-Key: 7c9e6679-7425-40de-944b-e07fc1f90ae7"
                  - "Response: 201 Created, id: first"
                  - "Send same request with same idempotency key"
                  - "Response: 201 Created, id: first"
            """;

    private static string Event(Beginning b) =>
        b.HasWebhooks ? $"\n              Provider--)Consumer: Webhook: {b.Resource.Singular}.created" : "";
}
