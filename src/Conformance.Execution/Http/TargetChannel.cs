using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>The one way to the target: every request of a run, whatever it is for, is counted and guarded here.</summary>
/// <param name="client">Sends.</param>
/// <param name="allowance">Counts.</param>
/// <param name="readOnly">Keeps what could change something from production.</param>
/// <param name="breaker">Spares a target that is silent, or has begun to fail.</param>
/// <param name="nonce">A number that every request carries, so that nobody can pass an old run off as this one; null for none.</param>
internal sealed class TargetChannel(
    ExchangeClient client,
    RequestAllowance allowance,
    ReadOnlyGuard readOnly,
    CircuitBreaker breaker,
    string? nonce = null
)
{
    /// <summary>Name of the header that carries the number.</summary>
    public const string NonceHeader = "X-Conformance-Nonce";

    /// <summary>Sends a request unless the run's limits, a silent or failing target, or what it would carry forbids it.</summary>
    public async Task<SendOutcome> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        if ((readOnly.Refusal(request) ?? HeaderLines.Unsendable(request.Headers)) is { } never)
        {
            return Refused(request, never);
        }

        if (breaker.Refusal() is { } silent)
        {
            return Refused(request, silent);
        }

        if (!allowance.TryTake())
        {
            return Refused(request, allowance.Exhausted());
        }

        if (nonce is not null && !request.Headers.Exists(h => h.Key == NonceHeader))
        {
            request.Headers.Add(KeyValuePair.Create(NonceHeader, nonce));
        }

        var wire = await client.SendAsync(request, cancellationToken);
        // A server may end the handshake of a client it does not know; that is an answer, not silence.
        if (request.Identity is ClientIdentity.Configured or ClientIdentity.Second)
        {
            breaker.Note(request, wire);
        }

        return new(wire, null);
    }

    private static SendOutcome Refused(OutgoingRequest request, Obstacle obstacle)
    {
        request.Gate?.Leave();
        return new(null, obstacle);
    }
}
