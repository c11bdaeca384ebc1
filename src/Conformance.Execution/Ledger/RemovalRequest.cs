using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Ledger;

/// <summary>Composes the call that removes one resource, from what its operation declares as required.</summary>
internal static class RemovalRequest
{
    /// <summary>The request for this resource.</summary>
    public static RequestTemplate For(Endpoint endpoint, string id, bool isOfSecondClient) =>
        new()
        {
            Endpoint = endpoint,
            Method = endpoint.Method.Value,
            Path = endpoint.Path.Value,
            PathValues = [new(endpoint.Resource!.PathParameter!, new ValueSource.Literal(id))],
            Headers = [.. endpoint.Headers.Where(IsWanted).Select(h => KeyValuePair.Create(h.Name.Value, ValueOf(h)))],
            Body = endpoint.Request is { Example.Value: var example, ContentType.Value: var contentType }
                ? new BodyTemplate.Json(example, contentType)
                : new BodyTemplate.None(),
            Credential =
                endpoint.IsPublic ? new CredentialUse.Anonymous()
                : isOfSecondClient ? new CredentialUse.SecondClient()
                : new CredentialUse.Managed(),
        };

    private static bool IsWanted(HeaderDefinition header) =>
        header.Required
        && !header.Name.Value.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        && !header.Name.Value.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static ValueSource ValueOf(HeaderDefinition header) =>
        header.Schema.Const is { ValueKind: JsonValueKind.String } constant
            ? new ValueSource.Literal(constant.GetString()!)
            : new ValueSource.FreshUuid();
}
