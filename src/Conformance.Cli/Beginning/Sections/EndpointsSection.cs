namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>endpoints</c>: what can be done with the resource.</summary>
internal static class EndpointsSection
{
    public static string Write(Beginning b) =>
        $$"""
            endpoints:
              - operation_id: create-{{b.Resource.Singular}}
                method: POST
                path: /api/v1/{{b.Resource.Plural}}
                description: "Create {{b.Resource.OneOfThem}}"
                security: {{Security(b, "write")}}
                headers:
                  required:
                    Content-Type: "application/json"
                  optional:
                    API-Version: "string (1-20 characters) - the version the client was built for"
                    X-Request-ID: "string (UUID) - for request tracing"
                    Idempotency-Key: "string - the same key and body are processed once"
                idempotency:
                  header: Idempotency-Key
                  required: false
                  format: { type: string, min_length: 8, max_length: 64, recommended: uuid }
                  scope: [{{(b.IsProtected ? "client_id, " : "")}}method, path]
                  retention: PT24H
                  fingerprint: { covers: [method, path, body], canonicalization: json }
                  on_replay: { status: 201, body: original, match_fields: [id] }
                  on_mismatch: { status: 409, error_code: IDEMPOTENCY_KEY_REUSED }
                  on_in_flight: { status: 409, error_code: IDEMPOTENCY_IN_PROGRESS, retry_after: true }
                  error_replay: { 4xx_before_execution: not_stored, 4xx_business: not_stored, 5xx: not_stored }
                resource:
                  type: {{b.Resource.Singular}}
                  action: create
                  identifier: id
                  ownership: {{(b.IsProtected ? "client" : "shared")}}
                request:
                  body: { $ref: "#/data_models/New{{b.Resource.Model}}" }
                responses:
                  201:
                    description: "Created"
                    headers:
                      Location: { description: "Where the {{b.Resource.Words}} can be read", required: true, schema: { type: string, format: uri-reference } }
                    schema: { $ref: "#/data_models/{{b.Resource.Model}}" }
                  400: &invalid
                    description: "The request is not valid"
                    example: {{Error("VALIDATION_ERROR", "The request is not valid")}}
                  409:
                    description: "The idempotency key is in use, or was used with another body"
                    example: {{Error("IDEMPOTENCY_KEY_REUSED", "The key was used with another body")}}
            {{Shared(b)}}
              - operation_id: list-{{b.Resource.Plural}}
                method: GET
                path: /api/v1/{{b.Resource.Plural}}
                description: "List {{b.Resource.PluralWords}}, newest first"
                security: {{Security(b, "read")}}
                query_parameters:
                  limit: { type: integer, minimum: 1, maximum: 100, default: 20, description: "How many at most" }
                  offset: { type: integer, minimum: 0, default: 0, description: "How many to skip" }
                resource:
                  type: {{b.Resource.Singular}}
                  action: list
                  identifier: id
                  collection: {{b.Resource.Field}}
                  order: "created_at descending"
                responses:
                  200:
                    description: "The {{b.Resource.PluralWords}}"
                    schema:
                      type: object
                      required: [{{b.Resource.Field}}]
                      properties:
                        {{b.Resource.Field}}:
                          type: array
                          maxItems: 100
                          items: { $ref: "#/data_models/{{b.Resource.Model}}" }
                  400: *invalid
            {{References(b)}}
              - operation_id: read-{{b.Resource.Singular}}
                method: GET
                path: /api/v1/{{b.Resource.Plural}}/{id}
                description: "Read one {{b.Resource.Words}}"
                security: {{Security(b, "read")}}
                path_parameters:
                  id: { type: string, format: uuid, example: "7c9e6679-7425-40de-944b-e07fc1f90ae7" }
                resource: { type: {{b.Resource.Singular}}, action: read, identifier: id, path_parameter: id }
                responses:
                  200:
                    description: "The {{b.Resource.Words}}"
                    schema: { $ref: "#/data_models/{{b.Resource.Model}}" }
                  404: &unknown
                    description: "There is none with that id"
                    example: {{Error("NOT_FOUND", "There is none with that id")}}
            {{References(b)}}
              - operation_id: delete-{{b.Resource.Singular}}
                method: DELETE
                path: /api/v1/{{b.Resource.Plural}}/{id}
                description: "Delete one {{b.Resource.Words}}"
                security: {{Security(b, "write")}}
                path_parameters:
                  id: { type: string, format: uuid, example: "7c9e6679-7425-40de-944b-e07fc1f90ae7" }
                resource: { type: {{b.Resource.Singular}}, action: delete, identifier: id, path_parameter: id, cleans_up: true }
                responses:
                  204:
                    description: "Deleted"
                  404: *unknown
            {{References(b)}}
            """;

    /// <summary>The answers that every operation may give, written out once.</summary>
    private static string Shared(Beginning b) =>
        SpecificationDraft.If(
            b.IsProtected,
            $$"""
                  401: &unauthorized
                    description: "The credential is missing or wrong"
                    headers: { WWW-Authenticate: "{{Challenge(b)}}" }
                    example: {{Error("UNAUTHORIZED", "The credential is missing or wrong")}}
            """
        )
        + SpecificationDraft.If(
            b.HasScopes,
            $$"""
                  403: &forbidden
                    description: "The token lacks the scope"
                    example: {{Error("FORBIDDEN", "The token lacks the scope")}}
            """
        )
        + SpecificationDraft.If(
            b.IsLimited,
            $$"""
                  429: &limited
                    description: "Too many requests"
                    headers: { Retry-After: "Seconds to wait" }
                    example: {{Error("RATE_LIMIT_EXCEEDED", "Too many requests")}}
            """
        )
        + $$"""
                  500: &failed
                    description: "Something went wrong on our side"
                    example: {{Error("INTERNAL_ERROR", "Something went wrong on our side")}}
                  503: &unavailable
                    description: "The service is not available for the moment"
                    example: {{Error("SERVICE_UNAVAILABLE", "The service is not available for the moment")}}

            """;

    private static string References(Beginning b) =>
        SpecificationDraft.If(b.IsProtected, "      401: *unauthorized")
        + SpecificationDraft.If(b.HasScopes, "      403: *forbidden")
        + SpecificationDraft.If(b.IsLimited, "      429: *limited")
        + "      500: *failed\n      503: *unavailable\n";

    private static string Security(Beginning b, string scope) =>
        !b.IsProtected ? "{ public: true }"
        : b.HasScopes ? $"{{ scopes: [{scope}] }}"
        : "{ public: false }";

    private static string Challenge(Beginning b) =>
        b.Authentication == BeginningAuthentication.ApiKey ? "ApiKey" : "Bearer";

    private static string Error(string code, string message) =>
        $"{{ error_code: {code}, message: \"{message}\", request_id: \"7c9e6679\", timestamp: \"2026-01-31T12:00:00Z\" }}";
}
