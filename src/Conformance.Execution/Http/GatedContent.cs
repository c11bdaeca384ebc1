using System.Net;

namespace Conformance.Execution.Http;

/// <summary>
/// A body that waits at the gate. It is asked for its bytes only when the connection is open (TLS included), so
/// opening the gate releases all bodies within the time of one write.
/// </summary>
internal sealed class GatedContent(byte[] body, ReleaseGate gate) : HttpContent
{
    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        await gate.ArriveAsync(cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
