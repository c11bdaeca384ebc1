using System.Collections.Frozen;

namespace Conformance.Simulator.Access;

/// <summary>A client that proved who it is, and what it may do.</summary>
/// <param name="Client">Its id.</param>
/// <param name="Scopes">The granted scopes; null when every one is.</param>
internal sealed record Identity(string Client, FrozenSet<string>? Scopes)
{
    /// <summary>Whether a scope is granted.</summary>
    public bool Has(string scope) => Scopes is null || Scopes.Contains(scope);
}
