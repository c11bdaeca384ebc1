using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Conformance.Simulator.Access;

/// <summary>A token as it is handed out.</summary>
/// <param name="Token">The opaque text.</param>
/// <param name="Client">Whose it is.</param>
/// <param name="Scopes">What it allows.</param>
/// <param name="ExpiresIn">How long it lives, as the client is told.</param>
/// <param name="ExpiresAt">When it stops working.</param>
internal sealed record TokenGrant(
    string Token,
    string Client,
    ImmutableArray<string> Scopes,
    TimeSpan ExpiresIn,
    DateTimeOffset ExpiresAt
);

/// <summary>The tokens that were issued. A new one does not end an older one; each ends by its own time.</summary>
/// <param name="clock">The simulator's clock.</param>
/// <param name="seed">Decides the tokens' text.</param>
internal sealed class TokenStore(TimeProvider clock, int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, TokenGrant> _grants = new(StringComparer.Ordinal);

    /// <summary>A grant that is not remembered yet.</summary>
    public TokenGrant Draft(string client, ImmutableArray<string> scopes, TimeSpan lifetime)
    {
        var bytes = new byte[24];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        var token = Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
        return new(token, client, scopes, lifetime, clock.GetUtcNow() + lifetime);
    }

    /// <summary>Remembers a grant, so that its token works.</summary>
    public void Remember(TokenGrant grant)
    {
        lock (_gate)
        {
            _grants[grant.Token] = grant;
        }
    }

    /// <summary>Who a token belongs to, and whether it has expired (STANDARDS BRR-11); null when it was never issued.</summary>
    public (Identity Identity, bool IsExpired)? Find(string token)
    {
        lock (_gate)
        {
            return _grants.TryGetValue(token, out var grant)
                ? (new Identity(grant.Client, grant.Scopes.ToFrozenSet()), clock.GetUtcNow() >= grant.ExpiresAt)
                : null;
        }
    }

    /// <summary>The texts of all tokens that were issued.</summary>
    public IReadOnlyList<string> Issued
    {
        get
        {
            lock (_gate)
            {
                return [.. _grants.Keys];
            }
        }
    }
}
