using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Compiling;

/// <summary>Writes requests that keep to the definition of their operation, so that a case changes one thing about them.</summary>
internal sealed class ValidRequests(CompilerContext context)
{
    /// <summary>A valid request.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="caseId">Decides the generated data.</param>
    /// <param name="step">Name of the step that sends it; a required idempotency key is unique to it.</param>
    /// <param name="shape">How much of what is optional it has.</param>
    public RequestTemplate Of(Endpoint endpoint, string caseId, string step, PayloadShape shape = PayloadShape.Full) =>
        new()
        {
            Endpoint = endpoint,
            Method = endpoint.Method,
            Path = endpoint.Path,
            PathValues = [.. endpoint.PathParameters.Select(p => Pair(p.Name, ValueOf(p.Schema, p.Name, caseId)))],
            MadeUp = [.. endpoint.PathParameters.Where(p => IsMadeUp(p.Schema)).Select(p => p.Name.Value)],
            Query =
            [
                .. endpoint
                    .QueryParameters.Where(p => p.Required)
                    .Select(p => Pair(p.Name, ValueOf(p.Schema, p.Name, caseId))),
            ],
            Headers =
            [
                .. endpoint.Headers.Where(h => IsSent(endpoint, h)).Select(h => HeaderOf(endpoint, h, caseId, step)),
            ],
            Body = endpoint.Request is { } body
                ? Json(body, context.Payloads.Valid(body.Schema, shape, caseId))
                : new BodyTemplate.None(),
            Credential =
                endpoint.IsPublic || context.Specification.Authentication is null
                    ? new CredentialUse.Anonymous()
                    : new CredentialUse.Managed(),
        };

    /// <summary>A body of an operation.</summary>
    public static BodyTemplate.Json Json(RequestBody body, JsonNode? value) =>
        new(JsonSerializer.SerializeToElement(value), body.ContentType);

    /// <summary>Whether the header travels apart from the others: the credential, the content type.</summary>
    public bool IsSpecial(string header) =>
        Same(header, "Content-Type")
        || context.Specification.Authentication is { } authentication
            && (Same(header, authentication.HeaderName?.Value) || Same(header, "Authorization"));

    // Required headers, and those whose value anyone can make up (a request id).
    private bool IsSent(Endpoint endpoint, HeaderDefinition header) =>
        !IsSpecial(header.Name)
        && (Same(header.Name, endpoint.Idempotency?.Header.Value) ? endpoint.Idempotency!.Required : IsMade(header));

    private bool IsMade(HeaderDefinition header) => header.Required || IsUuid(context.Effective.Of(header.Schema));

    private KeyValuePair<string, ValueSource> HeaderOf(
        Endpoint endpoint,
        HeaderDefinition header,
        string caseId,
        string step
    ) =>
        Same(header.Name, endpoint.Idempotency?.Header.Value)
            ? Pair(header.Name, new ValueSource.RunUnique($"key of {step}"))
            : Pair(header.Name, ValueOf(header.Schema, header.Name, caseId, isFresh: true));

    private bool IsMadeUp(SchemaNode written) =>
        context.Effective.Of(written) is { Const: null, Default: null, Examples.IsEmpty: true, Enum.IsEmpty: true };

    private ValueSource ValueOf(SchemaNode written, string name, string caseId, bool isFresh = false)
    {
        var schema = context.Effective.Of(written);
        return isFresh && IsUuid(schema) && schema.Const is null
            ? new ValueSource.FreshUuid()
            : new ValueSource.Literal(TextOf(context.Payloads.Valid(schema, PayloadShape.Full, caseId, name)));
    }

    /// <summary>A value as it stands in a URL or a header.</summary>
    public static string TextOf(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonValue text when text.GetValueKind() is JsonValueKind.String => text.GetValue<string>(),
            _ => value.ToJsonString(),
        };

    private static bool IsUuid(SchemaNode schema) =>
        schema.Format is { } format && SchemaFormats.Normalize(format) == "uuid";

    private static bool Same(string name, string? other) =>
        string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static KeyValuePair<string, ValueSource> Pair(string name, ValueSource value) => new(name, value);
}
