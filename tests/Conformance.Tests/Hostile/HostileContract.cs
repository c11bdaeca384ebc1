using System.Text;
using Conformance.Specification;

namespace Conformance.Tests.Hostile;

/// <summary>
/// The contract of a hostile server: an operation for each of its ways to misbehave, and after each of them one that it
/// keeps.
/// </summary>
internal static class HostileContract
{
    private const string Head = """
        info: { title: "Hostile API", version: "1.0.0" }
        authentication:
          type: "Bearer Token (OAuth 2.0)"
          flow: "Client Credentials"
          endpoints:
            token:
              url: "/token"
              method: "POST"
              content_type: "application/x-www-form-urlencoded"
              request: { grant_type: "client_credentials", client_id: "{CLIENT_ID}", client_secret: "{CLIENT_SECRET}" }
              response: { access_token: "string", token_type: "Bearer", expires_in: 3600 }
          usage:
            header: "Authorization: Bearer {access_token}"
        data_models:
          Document:
            type: object
            required: [id, name, count, amount, created_at]
            properties:
              id: { type: string, format: uuid }
              name: { type: string, maxLength: 50, pattern: "^[A-Za-z ]+$" }
              count: { type: integer, minimum: 0 }
              amount: { type: number, multipleOf: 0.01 }
              created_at: { type: string, format: date-time }
              tags: { type: array, uniqueItems: true, items: { type: string } }
              child: { $ref: "#/data_models/Document" }
          Thing:
            type: object
            required: [thing_id, name]
            properties:
              thing_id: { type: string }
              name: { type: string }
        """;

    /// <summary>The contract, loaded.</summary>
    public static LoadResult Of(IReadOnlyList<HostileWay> ways) =>
        SpecificationLoader.LoadText("hostile.yaml", TextOf(ways));

    /// <summary>The contract, written.</summary>
    public static string TextOf(IReadOnlyList<HostileWay> ways)
    {
        var text = new StringBuilder(Head).Append("\nendpoints:\n").Append(Reading("calm-first", "/calm/first"));
        var limits = new StringBuilder("rate_limits:\n  per_endpoint:\n");
        for (var i = 0; i < ways.Count; i++)
        {
            text.Append(
                    ways[i].Place switch
                    {
                        Place.Creation => Creating(i),
                        Place.Token => Reading($"way-{i}", $"/ways/{i}", isPublic: false),
                        _ => Reading($"way-{i}", $"/ways/{i}"),
                    }
                )
                .Append(Reading($"calm-{i}", $"/calm/{i}"));
            // An operation with a limit of its own: who throttles it throttles nothing else.
            limits.Append(
                $$"""
                    - { path: /ways/{{i}}, method: GET, limit: "6000 requests/minute", reason: "Plenty" }

                """
            );
        }

        var hasReading = ways.Any(w => w.Place is not Place.Creation);
        return hasReading ? text.Append(limits).ToString() : text.ToString();
    }

    private static string Reading(string id, string path, bool isPublic = true) =>
        $$"""
              - operation_id: {{id}}
                method: GET
                path: {{path}}
                {{(isPublic ? "security: { public: true }" : "description: \"Guarded\"")}}
                responses:
                  200: { description: "A document", schema: { $ref: "#/data_models/Document" } }

            """;

    private static string Creating(int i) =>
        $$"""
              - operation_id: create-{{i}}
                method: POST
                path: /ways/{{i}}
                security: { public: true }
                resource: { type: thing-{{i}}, action: create, identifier: thing_id }
                request:
                  body: { type: object, required: [name], properties: { name: { type: string, maxLength: 40, example: "Lamp" } } }
                responses:
                  201: { description: "The thing", schema: { $ref: "#/data_models/Thing" } }
              - operation_id: way-{{i}}
                method: GET
                path: /ways/{{i}}/{thing_id}
                security: { public: true }
                resource: { type: thing-{{i}}, action: read, identifier: thing_id, path_parameter: thing_id }
                path_parameters: { thing_id: { type: string, example: "T-1" } }
                responses:
                  200: { description: "The thing", schema: { $ref: "#/data_models/Thing" } }

            """;
}
