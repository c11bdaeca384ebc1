using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>The one way to the target: every request of a run, whatever it is for, is counted and guarded here.</summary>
internal sealed class TargetChannel(ExchangeClient client, RequestAllowance allowance, CircuitBreaker breaker)
{
    /// <summary>Sends a request unless the run's limits or a silent target forbid it.</summary>
    public async Task<SendOutcome> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        if (breaker.Refusal() is { } silent)
        {
            return Refused(request, silent);
        }

        if (!allowance.TryTake())
        {
            return Refused(request, allowance.Exhausted());
        }

        var wire = await client.SendAsync(request, cancellationToken);
        // A server may end the handshake of a client it does not know; that is an answer, not silence.
        if (request.Identity is ClientIdentity.Configured or ClientIdentity.Second)
        {
            breaker.Note(wire.Failure);
        }

        return new(wire, null);
    }

    private static SendOutcome Refused(OutgoingRequest request, Obstacle obstacle)
    {
        request.Gate?.Leave();
        return new(null, obstacle);
    }
}
