using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>The shape of every error response, and which fields play which part.</summary>
/// <param name="Schema">What every error body must be.</param>
/// <param name="Roles">Which fields carry code, message, details, request id and time.</param>
/// <param name="ContentType">Media type of error bodies.</param>
/// <param name="Location">Where the section stands.</param>
public sealed record ErrorFormat(SchemaNode Schema, ErrorRoles Roles, string ContentType, SourceLocation Location);

/// <summary>Dotted paths of the fields of an error body; null when the format has no such field.</summary>
/// <param name="Code">Machine-readable code, for example <c>error_code</c> or <c>error.type</c>.</param>
/// <param name="Message">Human-readable message.</param>
/// <param name="Details">Array of field errors.</param>
/// <param name="DetailField">Member of a detail that names the offending field, for example <c>field</c>.</param>
/// <param name="DetailMessage">Member of a detail that says what is wrong, for example <c>error</c>.</param>
/// <param name="RequestId">Reference for support.</param>
/// <param name="Timestamp">When the error happened.</param>
public sealed record ErrorRoles(
    string? Code,
    string? Message,
    string? Details,
    string? DetailField,
    string? DetailMessage,
    string? RequestId,
    string? Timestamp
);

/// <summary>An entry of the error catalogue.</summary>
/// <param name="Code">The machine-readable code.</param>
/// <param name="HttpStatus">The status it is sent with.</param>
/// <param name="Description">When it is sent.</param>
/// <param name="RetryStrategy">What a client does about it, as written.</param>
/// <param name="Resolution">What a person does about it, as written.</param>
/// <param name="Headers">Headers that come with it.</param>
/// <param name="Location">Where the entry stands.</param>
public sealed record ErrorCode(
    Located<string> Code,
    Located<int> HttpStatus,
    Located<string>? Description,
    Located<string>? RetryStrategy,
    Located<string>? Resolution,
    ImmutableArray<ResponseHeader> Headers,
    SourceLocation Location
)
{
    /// <summary>What the strategy means; null when there is none, or when its prose cannot be read.</summary>
    public RetryStrategy? Retry { get; init; }
}
