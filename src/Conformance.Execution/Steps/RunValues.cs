using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Execution.Steps;

/// <summary>
/// Values that only this run knows. They look like random UUIDs, follow from the run's id and the seed, and differ
/// between runs: a target that remembers last run's idempotency keys must not answer this one's from memory.
/// </summary>
internal sealed class RunValues(Guid runId, int seed)
{
    private readonly byte[] prefix = Prefix(runId, seed);
    private long count;

    /// <summary>The same value for the same case and name.</summary>
    public string Unique(string caseId, string name) =>
        Shape(SHA256.HashData([.. prefix, .. Encoding.UTF8.GetBytes($"{caseId}\0{name}")]));

    /// <summary>The same value for the same case and name, of exactly this many characters.</summary>
    public string Unique(string caseId, string name, int length)
    {
        var text = new StringBuilder(length + 64);
        for (var block = 0; text.Length < length; block++)
        {
            text.Append(
                Convert.ToHexStringLower(
                    SHA256.HashData([.. prefix, .. Encoding.UTF8.GetBytes($"{caseId}\0{name}\0{block}")])
                )
            );
        }

        return text.ToString(0, length);
    }

    /// <summary>A value never given before.</summary>
    public string Fresh()
    {
        Span<byte> input = stackalloc byte[prefix.Length + 1 + sizeof(long)];
        prefix.CopyTo(input);
        // No UTF-8 text contains this byte, so a fresh value never equals a unique one.
        input[prefix.Length] = 0xFF;
        BinaryPrimitives.WriteInt64LittleEndian(input[(prefix.Length + 1)..], Interlocked.Increment(ref count));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return Shape(hash);
    }

    private static byte[] Prefix(Guid runId, int seed)
    {
        var bytes = new byte[16 + sizeof(int)];
        runId.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), seed);
        return bytes;
    }

    private static string Shape(ReadOnlySpan<byte> hash)
    {
        Span<byte> uuid = stackalloc byte[16];
        hash[..16].CopyTo(uuid);
        // Version 4, variant 1 (RFC 9562): targets may check the form.
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x40);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return new Guid(uuid, bigEndian: true).ToString("D");
    }
}
