using Conformance.Execution.Secrets;

namespace Conformance.Reports.Writing;

/// <summary>A file that is written bit by bit and removed as soon as a known secret comes up in it. Not thread-safe.</summary>
internal sealed class GuardedStream(string path, FileStream file, KnownSecrets secrets) : Stream
{
    private byte[] tail = [];
    private SecretFoundException? found;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => found is null ? file.Position : 0;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Inspect(buffer);
        file.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Inspect(buffer.Span);
        return file.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Moves back over what is written anew, an end for example; what stands before the new place still counts.</summary>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var before = file.Position;
        var after = file.Seek(offset, origin);
        Forget(before - after);
        return after;
    }

    public override void SetLength(long value)
    {
        // There is nothing to be cut of a file that was removed.
        if (found is null)
        {
            Forget(file.Position - value);
            file.SetLength(value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Forget(long bytes) =>
        tail =
            bytes <= 0 ? tail
            : bytes >= tail.Length ? []
            : tail[..(int)(tail.Length - bytes)];

    private void Inspect(ReadOnlySpan<byte> bytes)
    {
        if (found is not null)
        {
            throw found;
        }

        var overlap = secrets.Overlap;
        byte[] across = [.. tail, .. bytes[..Math.Min(overlap, bytes.Length)]];
        Demand(across, file.Position - tail.Length);
        Demand(bytes, file.Position);
        tail = bytes.Length >= overlap ? bytes[^overlap..].ToArray() : across[Math.Max(0, across.Length - overlap)..];
    }

    private void Demand(ReadOnlySpan<byte> bytes, long at)
    {
        if (secrets.FindIn(bytes) is { } hit)
        {
            found = new SecretFoundException(path, hit with { At = at + hit.At });
            file.Dispose();
            File.Delete(path);
            throw found;
        }
    }
}
