using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;

namespace Conformance.Execution.Http;

/// <summary>
/// Sends requests as they are, to any address, without credentials, limits or ledger: for systems that are tested as
/// receivers of requests and not by an API contract. Connections, recording and masking are those of a run. Thread-safe.
/// </summary>
public sealed class PlainSender : IDisposable
{
    // Long enough for every connection to be open, short enough for a server that grants fewer than asked for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ExecutionOptions options;
    private readonly ExchangeClient client;
    private readonly SecretMask mask;
    private readonly TimeProvider time;
    private int sent;

    /// <summary>Prepares a sender; nothing is sent yet.</summary>
    /// <param name="options">Request timeout, size cap, trusted authorities, and whether plain HTTP may be used.</param>
    /// <param name="mask">Masks secrets in what is recorded.</param>
    /// <param name="time">The run's clock.</param>
    /// <exception cref="TargetConfigurationException">The certificate authorities cannot be read.</exception>
    public PlainSender(ExecutionOptions options, SecretMask mask, TimeProvider time)
    {
        (this.options, this.mask, this.time) = (options, mask, time);
        var server = new ServerCertificate(TrustedAuthorities.Of(options));
        client = new ExchangeClient(
            options,
            _ => options.Handler ?? TransportFactory.Create(options.RequestTimeout, server, clientCertificate: null),
            time
        );
    }

    /// <summary>Requests sent so far.</summary>
    public int Sent => sent;

    /// <summary>Throws for an address that must not be used.</summary>
    /// <param name="url">The address.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="TargetConfigurationException">It is no HTTP URL, or plain HTTP beyond loopback that was not allowed.</exception>
    public void Require(Uri url, string what) => TargetAddresses.Require(url, what, options);

    /// <summary>Sends one request.</summary>
    /// <param name="request">What is sent, byte for byte.</param>
    /// <param name="step">Name of the step it belongs to.</param>
    /// <param name="cancellationToken">Ends the request; that is recorded as a failure of its own kind.</param>
    /// <returns>What happened, as exchange 0.</returns>
    public Task<Exchange> SendAsync(RecordedRequest request, string step, CancellationToken cancellationToken) =>
        SendAsync(request, step, gate: null, pause: null, cancellationToken);

    /// <summary>Sends one request whose body comes in two pieces.</summary>
    /// <param name="request">What is sent, byte for byte.</param>
    /// <param name="step">Name of the step it belongs to.</param>
    /// <param name="pause">The time between the pieces.</param>
    /// <param name="cancellationToken">Ends the request; that is recorded as a failure of its own kind.</param>
    /// <returns>What happened, as exchange 0.</returns>
    public Task<Exchange> SendInPiecesAsync(
        RecordedRequest request,
        string step,
        TimeSpan pause,
        CancellationToken cancellationToken
    ) => SendAsync(request, step, gate: null, new BodyPause(pause, time), cancellationToken);

    /// <summary>Sends requests at the same moment, each on a connection of its own.</summary>
    /// <param name="requests">What is sent.</param>
    /// <param name="step">Name of the step they belong to.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>What happened, in the order of the requests.</returns>
    public async Task<ImmutableArray<Exchange>> SendTogetherAsync(
        IReadOnlyCollection<RecordedRequest> requests,
        string step,
        CancellationToken cancellationToken
    )
    {
        var gate = new ReleaseGate(requests.Count, Patience, time);
        return [.. await Task.WhenAll(requests.Select(r => SendAsync(r, step, gate, pause: null, cancellationToken)))];
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task<Exchange> SendAsync(
        RecordedRequest request,
        string step,
        ReleaseGate? gate,
        BodyPause? pause,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref sent);
        var outgoing = new OutgoingRequest(request.Method, request.Url)
        {
            Headers = [.. request.Headers],
            Body = request.Body.IsEmpty && request.ContentType is null ? null : request.Body.ToArray(),
            ContentType = request.ContentType,
            Gate = gate,
            Pause = pause,
        };
        var wire = await client.SendAsync(outgoing, cancellationToken);
        return new CaseLog(mask).Add(new ExchangeHeading(step, ExchangePurpose.Step), outgoing, wire);
    }
}
