using System.Collections.Immutable;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

#pragma warning disable CA1001 // A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose of.
/// <summary>Keeps one token, renews it before it expires, and asks for it once however many requests want it.</summary>
internal sealed class TokenCache(
    TokenEndpointClient tokens,
    TargetClock clock,
    TokenRefresh? refresh,
    ImmutableArray<string>? scopes
)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile Credential? current;

    /// <summary>A token that is good for now; fetched on behalf of the case when there is none.</summary>
    public ValueTask<CredentialOutcome> GetAsync(CaseContext context, CancellationToken cancellationToken) =>
        current is { } token && !IsDue(token)
            ? ValueTask.FromResult(new CredentialOutcome(token, null))
            : new(FetchAsync(context, cancellationToken));

    /// <summary>Drops the token with this mark; a newer one stays.</summary>
    public void Invalidate(string mark)
    {
        if (current is { } token && token.Mark == mark)
        {
            Interlocked.CompareExchange(ref current, null, token);
        }
    }

    /// <summary>Drops whatever token there is.</summary>
    public void Forget() => current = null;

    private async Task<CredentialOutcome> FetchAsync(CaseContext context, CancellationToken cancellationToken)
    {
        await fetching.WaitAsync(cancellationToken);
        try
        {
            var old = current;
            if (old is not null && !IsDue(old))
            {
                return new(old, null);
            }

            var outcome = await tokens.FetchAsync(scopes, context, cancellationToken);
            if (outcome.Credential is { } fetched)
            {
                current = fetched;
                return outcome;
            }

            // Early refresh may fail while the old token still holds; then the old one serves until it expires.
            return old is not null && !IsExpired(old) ? new(old, null) : outcome;
        }
        finally
        {
            fetching.Release();
        }
    }

    private bool IsExpired(Credential token) => token.ExpiresAt is { } end && clock.Now >= end;

    private bool IsDue(Credential token)
    {
        if (token.ExpiresAt is not { } end)
        {
            return false;
        }

        var threshold = refresh is { Automatic: true, Threshold.Value: var declared } ? declared : TimeSpan.Zero;
        // A token that lives no longer than the threshold would otherwise be renewed for every request.
        var half = token.ObtainedAt is { } start ? (end - start) / 2 : threshold;
        return clock.Now >= end - (threshold < half ? threshold : half);
    }
}
