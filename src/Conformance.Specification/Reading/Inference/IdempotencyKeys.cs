using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>
/// Idempotency of endpoints that declare a key header: the rules of the whole document, or, when there are none, rules
/// in which everything is undecided.
/// </summary>
internal static class IdempotencyKeys
{
    public static Endpoint Complete(Endpoint endpoint, IdempotencyRules? shared)
    {
        if (endpoint.Idempotency is not null)
        {
            return endpoint;
        }

        if (shared is not null)
        {
            return endpoint.Headers.Any(h => Same(h, shared.Header))
                ? endpoint with
                {
                    Idempotency = shared,
                }
                : endpoint;
        }

        var header = endpoint.Headers.FirstOrDefault(h =>
            h.Name.Value.Contains("Idempotency", StringComparison.OrdinalIgnoreCase)
        );
        return header is null
            ? endpoint
            : endpoint with
            {
                Idempotency = new IdempotencyRules
                {
                    Header = header.Name,
                    Required = header.Required,
                    Location = header.Name.Location,
                },
            };
    }

    private static bool Same(HeaderDefinition header, string name) =>
        header.Name.Value.Equals(name, StringComparison.OrdinalIgnoreCase);
}
