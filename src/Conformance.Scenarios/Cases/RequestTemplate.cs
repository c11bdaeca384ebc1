using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Cases;

/// <summary>Which server a request goes to.</summary>
public enum RequestTarget
{
    /// <summary>The API under the base URL.</summary>
    Api,

    /// <summary>The token endpoint.</summary>
    TokenEndpoint,
}

/// <summary>A request with places for values that only the run knows.</summary>
public sealed record RequestTemplate
{
    /// <summary>Which server it goes to.</summary>
    public RequestTarget Target { get; init; }

    /// <summary>The operation it calls; null when it deliberately calls none that is declared, and for token requests.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path template, for example <c>/api/v1/orders/{order_id}</c>; empty for the token endpoint.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Name of a captured URI reference that the request goes to instead, resolved against what the path gives; null for
    /// the path itself. References to other servers are not followed.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>Values of the path template's parameters; percent-encoded when sent.</summary>
    public ImmutableArray<KeyValuePair<string, ValueSource>> PathValues { get; init; } = [];

    /// <summary>
    /// Path parameters whose values are made up, though they name something of the target: no operation creates it, and no
    /// example says what there is. The target may rightly answer that there is no such thing.
    /// </summary>
    public ImmutableArray<string> MadeUp { get; init; } = [];

    /// <summary>Query parameters in order; percent-encoded when sent.</summary>
    public ImmutableArray<KeyValuePair<string, ValueSource>> Query { get; init; } = [];

    /// <summary>Headers in order, without credential and content type.</summary>
    public ImmutableArray<KeyValuePair<string, ValueSource>> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public BodyTemplate Body { get; init; } = new BodyTemplate.None();

    /// <summary>The credential it is sent with.</summary>
    public CredentialUse Credential { get; init; } = new CredentialUse.Managed();

    /// <summary>
    /// Whether the method is safe (RFC 9110 section 9.2.1). A token request is, unless it writes a secret into the URL,
    /// where logs of the target keep it.
    /// </summary>
    public bool IsSafe =>
        Target is RequestTarget.TokenEndpoint
            ? !Query.Any(q => q.Value is ValueSource.Configured)
            : Method is "GET" or "HEAD" or "OPTIONS";
}

/// <summary>Where a value comes from when a request is sent.</summary>
public abstract record ValueSource
{
    /// <summary>Exactly this text.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Literal(string Text) : ValueSource;

    /// <summary>A new UUID each time a request is sent.</summary>
    public sealed record FreshUuid : ValueSource;

    /// <summary>One unique value for each run of the case and name: the place of an <c>abc123</c> in the specification.</summary>
    /// <param name="Name">Name of the value.</param>
    public sealed record RunUnique(string Name) : ValueSource
    {
        /// <summary>Exact length of the value in characters; null when any length will do.</summary>
        public int? Length { get; init; }

        /// <summary>What it ends in, within its length; values of one name differ in nothing else.</summary>
        public string Suffix { get; init; } = "";

        /// <summary>Whether its letters are written in upper case.</summary>
        public bool IsUpperCase { get; init; }
    }

    /// <summary>A value captured from an earlier response of the case.</summary>
    /// <param name="Name">Name of the capture.</param>
    public sealed record Captured(string Name) : ValueSource;

    /// <summary>A value of the process environment or the secrets file, such as <c>{CLIENT_ID}</c>.</summary>
    /// <param name="Variable">Name without braces.</param>
    public sealed record Configured(string Variable) : ValueSource
    {
        /// <summary>How it is made a value that is not the configured one; null for the configured one.</summary>
        public CredentialChange? Change { get; init; }
    }
}

/// <summary>A request body.</summary>
public abstract record BodyTemplate
{
    /// <summary>No body and no content type.</summary>
    public sealed record None : BodyTemplate;

    /// <summary>A JSON value, written without changing its numbers' text.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="ContentType">Media type.</param>
    public sealed record Json(JsonElement Value, string ContentType) : BodyTemplate;

    /// <summary>Exactly these bytes.</summary>
    /// <param name="Bytes">The bytes.</param>
    /// <param name="ContentType">Media type; null for no content type header.</param>
    public sealed record Raw(ImmutableArray<byte> Bytes, string? ContentType) : BodyTemplate;

    /// <summary>A JSON object of texts (<c>application/json</c>) in the place of a form.</summary>
    /// <param name="Members">Members in order.</param>
    public sealed record FlatJson(ImmutableArray<KeyValuePair<string, ValueSource>> Members) : BodyTemplate;

    /// <summary>A form (<c>application/x-www-form-urlencoded</c>).</summary>
    /// <param name="Fields">Fields in order.</param>
    public sealed record Form(ImmutableArray<KeyValuePair<string, ValueSource>> Fields) : BodyTemplate;
}
