using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>
/// The one place that spells requirement ids. They follow the structure of the specification, so an id changes only
/// when the part it names does.
/// </summary>
public static class RequirementIds
{
    /// <summary>A keyword of a request field: <c>create-order.request.body.items[].quantity.minimum</c>.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="fieldPath">Field path with <c>[]</c> for any element; empty for the whole body.</param>
    /// <param name="keyword">JSON-Schema keyword.</param>
    public static string RequestField(Endpoint endpoint, string fieldPath, string keyword) =>
        Join(endpoint.OperationId.Value, "request.body", fieldPath, keyword);

    /// <summary>A request header: <c>create-order.request.header.x-request-id.required</c>.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="name">Header name.</param>
    /// <param name="aspect"><c>required</c> or a keyword.</param>
    public static string RequestHeader(Endpoint endpoint, string name, string aspect) =>
        Join(endpoint.OperationId.Value, "request.header", Lower(name), aspect);

    /// <summary>A path or query parameter: <c>list-orders.request.query.limit.maximum</c>.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="place"><c>path</c> or <c>query</c>.</param>
    /// <param name="name">Parameter name.</param>
    /// <param name="aspect"><c>required</c> or a keyword.</param>
    public static string RequestParameter(Endpoint endpoint, string place, string name, string aspect) =>
        Join(endpoint.OperationId.Value, "request", place, name, aspect);

    /// <summary>A declared response: <c>create-order.response.201</c>, with an aspect such as <c>body</c> or <c>header.location</c>.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="aspect">What about it; empty for the status itself.</param>
    public static string Response(Endpoint endpoint, int status, string aspect = "") =>
        Join(
            endpoint.OperationId.Value,
            "response",
            status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            aspect
        );

    /// <summary>A header of a declared response: <c>create-order.response.429.header.retry-after</c>.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="name">Header name.</param>
    public static string ResponseHeader(Endpoint endpoint, int status, string name) =>
        Response(endpoint, status, $"header.{Lower(name)}");

    /// <summary>Something an operation does as a whole: <c>create-order.idempotency.replay</c>.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="aspect">What about it.</param>
    public static string Operation(Endpoint endpoint, string aspect) => Join(endpoint.OperationId.Value, aspect);

    /// <summary>Something of a whole section: <c>authentication.token.response</c>, <c>rate_limits.headers</c>.</summary>
    /// <param name="parts">The parts of the id.</param>
    public static string Section(params string[] parts) => Join(parts);

    private static string Join(params string[] parts) => string.Join('.', parts.Where(p => p.Length > 0));

    // Header names compare without case; ids are written in lower case so that they do too.
#pragma warning disable CA1308
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
