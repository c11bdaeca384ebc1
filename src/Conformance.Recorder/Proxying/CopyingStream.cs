namespace Conformance.Recorder.Proxying;

/// <summary>Passes a body on as it comes, and keeps a copy of it; none when it is longer than is kept.</summary>
/// <param name="inner">Where it is read from or written to.</param>
internal sealed class CopyingStream(Stream inner) : Stream
{
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly MemoryStream copy = new();

    /// <summary>How many bytes passed.</summary>
    public long Passed { get; private set; }

    /// <summary>What passed; null when it is longer than is kept.</summary>
    public byte[]? Copy => Passed > MostBytes ? null : copy.ToArray();

    public override bool CanRead => inner.CanRead;

    public override bool CanWrite => inner.CanWrite;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Keep(buffer.Span[..read]);
        return read;
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await inner.WriteAsync(buffer, cancellationToken);
        Keep(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException("Kestrel admits no synchronous writing.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        Passed += bytes.Length;
        if (Passed <= MostBytes)
        {
            copy.Write(bytes);
        }
    }
}
