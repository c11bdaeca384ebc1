namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Changes bytes, whatever they mean.</summary>
/// <param name="random">Decides everything.</param>
internal sealed class ByteMutations(Random random)
{
    private static readonly byte[][] Awkward =
    [
        [0],
        [0xff, 0xfe],
        [0xfe, 0xff],
        [0xef, 0xbb, 0xbf],
        [0xc0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xe2, 0x80, 0xa8],
        [0xc2, 0x85],
        "\r"u8.ToArray(),
        "\t"u8.ToArray(),
        "{"u8.ToArray(),
        "["u8.ToArray(),
        "\""u8.ToArray(),
        "\\u0000"u8.ToArray(),
        "\\ud800"u8.ToArray(),
    ];

    /// <summary>A few changes.</summary>
    public byte[] Of(byte[] input, byte[] other)
    {
        var bytes = input.ToList();
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.InsertRange(at, Awkward[random.Next(Awkward.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(64), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Part(other, 256));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange(Part(other, other.Length));
                    break;
            }
        }

        return [.. bytes];
    }

    private byte[] Part(byte[] from, int most)
    {
        var start = random.Next(from.Length + 1);
        return from[start..Math.Min(from.Length, start + random.Next(most + 1))];
    }
}
