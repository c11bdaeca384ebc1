using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>OAuth 2.0 client credentials: one token for the run, and tokens of their own for the cases that ask for them.</summary>
internal sealed class OAuth2Credentials(Authentication authentication, TokenEndpointClient tokens, TargetClock clock)
    : ICredentialSource
{
    // A target that refuses every new token must not be asked for one by every case of the run.
    private const int UselessRefreshesAllowed = 3;
    private readonly TokenCache shared = new(tokens, clock, authentication.Refresh, null);
    private int uselessRefreshes;

    /// <inheritdoc />
    public ValueTask<CredentialOutcome> ObtainAsync(
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    ) => CacheFor(use, context).GetAsync(context, cancellationToken);

    /// <inheritdoc />
    public bool Refused(Credential credential, CredentialUse use, CaseContext context)
    {
        if (authentication.Refresh is not { Automatic: true })
        {
            return false;
        }

        var cache = CacheFor(use, context);
        if (!ReferenceEquals(cache, shared))
        {
            cache.Invalidate(credential.Mark);
            return true;
        }

        if (Volatile.Read(ref uselessRefreshes) >= UselessRefreshesAllowed)
        {
            return false;
        }

        Interlocked.Increment(ref uselessRefreshes);
        cache.Invalidate(credential.Mark);
        return true;
    }

    /// <inheritdoc />
    public void RenewalHelped() => Volatile.Write(ref uselessRefreshes, 0);

    /// <inheritdoc />
    public void Forget(CaseContext context)
    {
        if (context.OwnTokens.IsEmpty)
        {
            shared.Forget();
        }

        foreach (var cache in context.OwnTokens.Values)
        {
            cache.Forget();
        }
    }

    private TokenCache CacheFor(CredentialUse use, CaseContext context) =>
        use switch
        {
            CredentialUse.OwnToken => Own(context, null),
            CredentialUse.WithScopes { Scopes: var scopes } => Own(context, scopes),
            _ => shared,
        };

    private TokenCache Own(CaseContext context, ImmutableArray<string>? scopes) =>
        context.OwnTokens.GetOrAdd(
            scopes is { } asked ? "scopes " + string.Join(' ', asked) : "own",
            _ => new TokenCache(tokens, clock, authentication.Refresh, scopes)
        );
}
