using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Model;

/// <summary>One operation of the provider: a method on a path.</summary>
public sealed record Endpoint
{
    /// <summary>Stable identifier: <c>operation_id</c>, or derived from method and path.</summary>
    public required Located<string> OperationId { get; init; }

    /// <summary>HTTP method, upper case.</summary>
    public required Located<string> Method { get; init; }

    /// <summary>Path template with <c>{parameter}</c> segments.</summary>
    public required Located<string> Path { get; init; }

    /// <summary>What the operation does.</summary>
    public Located<string>? Description { get; init; }

    /// <summary>Request headers, required and optional, in document order.</summary>
    public ImmutableArray<HeaderDefinition> Headers { get; init; } = [];

    /// <summary>Path parameters in template order.</summary>
    public ImmutableArray<ParameterDefinition> PathParameters { get; init; } = [];

    /// <summary>Query parameters in document order.</summary>
    public ImmutableArray<ParameterDefinition> QueryParameters { get; init; } = [];

    /// <summary>The request body; absent when the operation takes none.</summary>
    public RequestBody? Request { get; init; }

    /// <summary>The declared responses in document order.</summary>
    public ImmutableArray<ResponseDefinition> Responses { get; init; } = [];

    /// <summary>Responses of all other statuses of a class, then <c>default</c>; empty where each status is declared.</summary>
    public ImmutableArray<ResponseRange> OtherResponses { get; init; } = [];

    /// <summary>Whether the operation may be called without credentials.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The scopes a token needs.</summary>
    public ImmutableArray<Located<string>> Scopes { get; init; } = [];

    /// <summary>What repeated requests mean, when the operation accepts an idempotency key.</summary>
    public IdempotencyRules? Idempotency { get; init; }

    /// <summary>What the operation does to a resource, declared or inferred from method, path and statuses.</summary>
    public ResourceRole? Resource { get; init; }

    /// <summary>The limits that apply to this operation alone; empty when the default ones do.</summary>
    public ImmutableArray<RateLimit> RateLimits { get; init; } = [];

    /// <summary>That the operation is going to end; null while it is not.</summary>
    public Deprecation? Deprecated { get; init; }

    /// <summary>Where the endpoint stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary><c>METHOD path</c>, as people say it.</summary>
    public string Name => $"{Method.Value} {Path.Value}";

    /// <summary>The declared response with this status, or null.</summary>
    /// <param name="status">HTTP status.</param>
    public ResponseDefinition? FindResponse(int status) => Responses.FirstOrDefault(r => r.Status.Value == status);

    /// <summary>What is declared of this status: by itself, else by its class, else by <c>default</c>; null when nothing is.</summary>
    /// <param name="status">HTTP status.</param>
    public ResponseDefinition? ResponseTo(int status) =>
        FindResponse(status) ?? OtherResponses.FirstOrDefault(r => status >= r.First && status <= r.Last)?.At(status);

    /// <summary>The first declared 2xx response, or null.</summary>
    public ResponseDefinition? Success => Responses.FirstOrDefault(r => r.Status.Value is >= 200 and < 300);
}

/// <summary>A request header.</summary>
/// <param name="Name">Header name, case as written.</param>
/// <param name="Required">Whether a request without it is invalid.</param>
/// <param name="Text">The value or the description as written, for example <c>string (UUID) - for request tracing</c>.</param>
/// <param name="Schema">What the value must be; a constant when the text is a value rather than a description.</param>
public sealed record HeaderDefinition(Located<string> Name, bool Required, Located<string> Text, SchemaNode Schema);

/// <summary>A path or query parameter.</summary>
/// <param name="Name">Parameter name.</param>
/// <param name="Required">Whether a request without it is invalid.</param>
/// <param name="Schema">What the value must be.</param>
/// <param name="Description">Meaning, for people.</param>
public sealed record ParameterDefinition(Located<string> Name, bool Required, SchemaNode Schema, string? Description);

/// <summary>The body of a request.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Schema">What the body must be.</param>
/// <param name="Example">An example body, if one is given.</param>
/// <param name="Location">Where the body stands.</param>
public sealed record RequestBody(
    Located<string> ContentType,
    SchemaNode Schema,
    Located<JsonElement>? Example,
    SourceLocation Location
)
{
    /// <summary>Whether a request without a body is invalid.</summary>
    public bool IsRequired { get; init; } = true;
}

/// <summary>A declared response.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Description">When it is sent.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="ContentType">Media type of the body, if a body is declared.</param>
/// <param name="Schema">What the body must be: declared, or inferred from the example; null when no body is declared.
/// For an error response this already includes the standard fields of <c>error_format</c>.</param>
/// <param name="Example">An example body, if one is given.</param>
/// <param name="ErrorCode">The error code the example shows, if any.</param>
/// <param name="Location">Where the response stands.</param>
public sealed record ResponseDefinition(
    Located<int> Status,
    Located<string>? Description,
    ImmutableArray<ResponseHeader> Headers,
    Located<string>? ContentType,
    SchemaNode? Schema,
    Located<JsonElement>? Example,
    Located<string>? ErrorCode,
    SourceLocation Location
)
{
    /// <summary>What the response itself says of its body, before standard fields are added; null when it says nothing.</summary>
    public SchemaNode? OwnSchema { get; init; }
}

/// <summary>A header of a response.</summary>
/// <param name="Name">Header name.</param>
/// <param name="Text">Example value or description, as written.</param>
/// <param name="Required">Whether the response must carry it.</param>
/// <param name="Schema">What the value must be, inferred from the text when not declared.</param>
public sealed record ResponseHeader(Located<string> Name, Located<string> Text, bool Required, SchemaNode Schema);
