using System.Text;
using Conformance.Specification;
using Conformance.Specification.Schemas;

namespace Conformance.Benchmarks;

/// <summary>A long answer: a list of objects with a format, a pattern, an enumeration and an object inside.</summary>
internal static class ListOfThings
{
    private const string Text = """
        info: { title: "Things", version: "1.0.0", last_updated: "2026-01-15", status: Approved, authors: ["Team"] }
        endpoints:
          - operation_id: list-things
            method: GET
            path: /things
            security: { public: true }
            responses:
              200:
                description: "Things"
                schema:
                  type: array
                  items:
                    type: object
                    required: [id, name, state, price, address]
                    properties:
                      id: { type: string, format: uuid }
                      name: { type: string, minLength: 1, maxLength: 100 }
                      state: { type: string, enum: [new, paid, sent] }
                      price: { type: number, minimum: 0 }
                      created_at: { type: string, format: date-time }
                      address:
                        type: object
                        required: [street]
                        properties:
                          street: { type: string, maxLength: 200 }
                          postal_code: { type: string, pattern: "^[0-9]{5}$" }

        """;

    private const string Thing = """
        {"id":"7f3d2a90-3c1b-4b7e-9a55-0d8f6b1c2e34","name":"Thing of some length","state":"paid","price":12.5,"created_at":"2026-01-15T10:00:00Z","address":{"street":"Main Street 1","postal_code":"12345"}}
        """;

    /// <summary>The schema, and a valid body of it.</summary>
    /// <param name="bytes">The least size of the body.</param>
    public static (ContractSchema Schema, byte[] Body) Of(int bytes)
    {
        var specification =
            SpecificationLoader.LoadText("things.yaml", Text).Specification
            ?? throw new InvalidOperationException("The specification does not load.");
        var schema = ContractSchema.Create(specification.Endpoints[0].Success!.Schema!, specification);
        var body = $"[{string.Join(',', Enumerable.Repeat(Thing.Trim(), (bytes / Thing.Length) + 1))}]";
        return (schema, Encoding.UTF8.GetBytes(body));
    }
}
