using System.Net;

namespace Conformance.Execution.Http;

/// <summary>A pause in the middle of a body.</summary>
/// <param name="Length">How long.</param>
/// <param name="Time">Whose time.</param>
internal sealed record BodyPause(TimeSpan Length, TimeProvider Time);

/// <summary>A body that comes in two pieces, with a pause between them: the ordinary lot of whoever reads from a slow network.</summary>
internal sealed class PausedContent(byte[] body, BodyPause pause) : HttpContent
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
        var half = body.Length / 2;
        await stream.WriteAsync(body.AsMemory(0, half), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await Task.Delay(pause.Length, pause.Time, cancellationToken);
        await stream.WriteAsync(body.AsMemory(half), cancellationToken);
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
