using System.Globalization;
using System.Text;

namespace Conformance.Benchmarks.Scaling;

/// <summary>
/// Writes specifications of any size: operations that keep nothing and so may be asked in any order, any number of times,
/// by any tool.
/// </summary>
internal static class ScaledSpecification
{
    private const string Head = """
        info: { title: "Quotes API", version: "1.0.0", last_updated: "2026-01-15", status: Approved, authors: ["Team"] }
        overview: { purpose: "Measures tools.", scope: { in: ["Quotes"], out: ["Orders"] } }
        environments:
          sandbox: { base_url: "http://127.0.0.1:8080", kind: sandbox }
        error_format:
          content_type: application/json
          schema: { error_code: "string (required)", message: "string (required)" }
        endpoints:

        """;

    private const string Endpoint = """
          - operation_id: quote-thing{0}
            method: POST
            path: /api/v1/things{0}/quotes
            security: { public: true }
            description: "Tells the price of things of kind {0}. Repeating is idempotent, for nothing is stored."
            headers: { required: { Content-Type: "application/json" } }
            request:
              body:
                type: object
                required: [name, amount]
                properties:
                  name: { type: string, minLength: 1, maxLength: 100 }
                  amount: { type: integer, minimum: 1, maximum: 1000 }
                  tags: { type: array, maxItems: 10, items: { type: string, maxLength: 20 } }
                  address:
                    type: object
                    required: [street]
                    properties:
                      street: { type: string, maxLength: 200 }
                      postal_code: { type: string, pattern: "^[0-9]{5}$" }

        """;

    private const string Answers = """
            responses:
              200:
                description: "The price"
                schema:
                  type: object
                  required: [name, total, currency]
                  properties:
                    name: { type: string, maxLength: 100 }
                    total: { type: number, minimum: 0 }
                    currency: { type: string, enum: [EUR, USD] }
                    tags: { type: array, items: { type: string } }
              400: { description: "Not valid" }

        """;

    private const string Lookup = """
          - operation_id: find-things{0}
            method: GET
            path: /api/v1/things{0}
            security: { public: true }
            description: "Lists things of kind {0}"
            query_parameters:
              limit: { type: integer, minimum: 1, maximum: 100 }
              offset: { type: integer, minimum: 0, maximum: 100000 }
            responses:
              200:
                description: "Things"
                schema: { type: array, items: { type: string } }
              400: { description: "Not valid" }

        """;

    /// <summary>Operations with a body of six fields and some more.</summary>
    /// <param name="endpoints">Number of operations.</param>
    /// <param name="moreFields">Number of further text fields in each body.</param>
    public static string WithBodies(int endpoints, int moreFields = 0)
    {
        var fields = string.Concat(
            Enumerable
                .Range(0, moreFields)
                .Select(i => $"          field{i}: {{ type: string, minLength: 1, maxLength: 50 }}\n")
        );
        return Repeated(Head, Endpoint + fields + Answers, endpoints);
    }

    /// <summary>Operations with one parameter and no body: the smallest that still have some 20 cases.</summary>
    /// <param name="endpoints">Number of operations.</param>
    public static string WithoutBodies(int endpoints) => Repeated(Head, Lookup, endpoints);

    /// <summary>A head, and behind it one text many times with its number in the place of <c>{0}</c>.</summary>
    /// <param name="head">What stands before the operations.</param>
    /// <param name="endpoint">One operation.</param>
    /// <param name="times">Number of operations.</param>
    public static string Repeated(string head, string endpoint, int times)
    {
        var text = new StringBuilder(head.ReplaceLineEndings("\n"));
        endpoint = endpoint.ReplaceLineEndings("\n");
        for (var i = 0; i < times; i++)
        {
            text.Append(endpoint.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
