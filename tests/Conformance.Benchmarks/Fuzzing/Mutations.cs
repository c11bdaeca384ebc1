using System.Text;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Makes inputs of inputs: by the nodes of their trees, by their lines, by their bytes.</summary>
/// <param name="random">Decides everything.</param>
internal sealed class Mutations(Random random)
{
    private const int MostBytes = 300_000;
    private readonly TreeMutations trees = new(random);
    private readonly LineMutations lines = new(random);
    private readonly ByteMutations bytes = new(random);

    /// <summary>A new input.</summary>
    /// <param name="input">The one to change.</param>
    /// <param name="other">Another one, to take parts from.</param>
    public byte[] Of(byte[] input, byte[] other)
    {
        var result = random.Next(10) switch
        {
            < 6 => trees.Of(Encoding.UTF8.GetString(input), Encoding.UTF8.GetString(other)) is { } text
                ? Encoding.UTF8.GetBytes(text)
                : bytes.Of(input, other),
            < 9 => Encoding.UTF8.GetBytes(lines.Of(Encoding.UTF8.GetString(input))),
            _ => bytes.Of(input, other),
        };
        return result.Length > MostBytes ? result[..MostBytes] : result;
    }
}
