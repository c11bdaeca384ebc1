using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>The credential of a client that may do other things than an operation, but not this.</summary>
internal static class MissingScope
{
    /// <summary>The credential; null when the operation demands no scope, or no other one can be asked for.</summary>
    public static CredentialUse? For(EndpointContext endpoint)
    {
        var needed = endpoint.Endpoint.Scopes.Select(s => s.Value).ToList();
        if (
            !endpoint.IsProtected
            || needed.Count == 0
            || endpoint.Context.Specification.Authentication is not { TokenEndpoint: not null } authentication
        )
        {
            return null;
        }

        var others = authentication
            .Scopes.Select(s => s.Key)
            .Concat(endpoint.Context.Specification.Endpoints.SelectMany(e => e.Scopes.Select(s => s.Value)))
            .Distinct(StringComparer.Ordinal)
            .Where(scope => !needed.Contains(scope))
            .ToImmutableArray();
        return others.IsEmpty ? null : new CredentialUse.WithScopes(others);
    }
}
