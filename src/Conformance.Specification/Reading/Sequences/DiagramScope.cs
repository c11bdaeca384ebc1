using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>What the messages of a diagram can be about.</summary>
/// <param name="Endpoints">The operations.</param>
/// <param name="Webhooks">The events; null when there are none.</param>
/// <param name="ErrorCodes">The catalogue of errors.</param>
/// <param name="Tokens">The token endpoint; null when there is none.</param>
internal sealed record DiagramScope(
    ImmutableArray<Endpoint> Endpoints,
    Webhooks? Webhooks,
    ImmutableArray<ErrorCode> ErrorCodes,
    TokenEndpoint? Tokens
)
{
    /// <summary>Whether a path, as drawn, is the token endpoint's.</summary>
    /// <param name="path">The path.</param>
    public bool IsTokenPath(string path) =>
        Tokens is not null && Tokens.Url.Value.Split('?')[0].TrimEnd('/').EndsWith(path, StringComparison.Ordinal);
}
