using System.Runtime.InteropServices;

namespace Conformance.Execution.Secrets;

/// <summary>
/// Finds which of many spellings comes next in a text, in one pass whose cost hardly depends on how many there are. A run
/// learns every token it is given, each in some twenty spellings; with more than 80 strings the search of .NET
/// (<see cref="System.Buffers.SearchValues"/>) takes some 25 ns for each character, this one a fraction of it. Immutable.
/// </summary>
/// <typeparam name="T">What a spelling stands for.</typeparam>
internal sealed class SpellingIndex<T>
{
    /// <summary>Least number of characters of a spelling; shorter ones are ignored.</summary>
    public const int Shortest = 4;

    // What excerpts end with, and how much of a secret before it is worth hiding.
    private const string Cut = "...";
    private const int ShortestBeginning = 6;

    // A bit for each hash of the first four characters: 16 KB, which stay in the processor's nearest memory.
    private const int HashBits = 17;
    private readonly ulong[] begins = new ulong[1 << (HashBits - 6)];
    private readonly Dictionary<ulong, (string Text, T Of)[]> byBeginning;

    /// <summary>Prepares the search.</summary>
    /// <param name="spellings">The spellings, with what each stands for; of two equal ones the first counts.</param>
    public SpellingIndex(IEnumerable<(string Text, T Of)> spellings)
    {
        byBeginning = spellings
            .Where(s => s.Text.Length >= Shortest)
            .DistinctBy(s => s.Text, StringComparer.Ordinal)
            .GroupBy(s => BeginningOf(s.Text))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(s => s.Text.Length).ToArray());
        foreach (var beginning in byBeginning.Keys)
        {
            var hash = HashOf(beginning);
            begins[hash >> 6] |= 1UL << (hash & 63);
        }

        Longest = byBeginning.Values.Select(g => g[0].Text.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Characters of the longest spelling; 0 when there is nothing to look for.</summary>
    public int Longest { get; }

    /// <summary>Finds the next spelling, the longest of those that begin at the same place.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="alsoCut">Whether the beginning of a spelling that an excerpt cuts off counts too.</param>
    /// <param name="found">What was found.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryFind(ReadOnlySpan<char> text, int from, bool alsoCut, out Found found)
    {
        var last = Longest == 0 ? -1 : text.Length - Shortest;
        for (var at = from; at <= last; at++)
        {
            var beginning = BeginningOf(text[at..]);
            var hash = HashOf(beginning);
            if (
                (begins[hash >> 6] & (1UL << (hash & 63))) != 0
                && byBeginning.TryGetValue(beginning, out var candidates)
                && LengthOf(text[at..], candidates, alsoCut, out var of) is > 0 and var length
            )
            {
                found = new(at, length, of);
                return true;
            }
        }

        found = default;
        return false;
    }

    private static int LengthOf(ReadOnlySpan<char> text, (string Text, T Of)[] longestFirst, bool alsoCut, out T of)
    {
        foreach (var spelling in longestFirst)
        {
            var common = text.CommonPrefixLength(spelling.Text);
            if (
                common == spelling.Text.Length
                || (alsoCut && common >= ShortestBeginning && text[common..].StartsWith(Cut, StringComparison.Ordinal))
            )
            {
                of = spelling.Of;
                return common;
            }
        }

        of = default!;
        return 0;
    }

    // Four characters of UTF-16 are eight bytes.
    private static ulong BeginningOf(ReadOnlySpan<char> text) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..Shortest]));

    // Fibonacci hashing: the golden ratio spreads neighbouring values.
    private static int HashOf(ulong beginning) => (int)((beginning * 0x9E3779B97F4A7C15) >> (64 - HashBits));

    /// <summary>A spelling that was found.</summary>
    /// <param name="At">Where it begins.</param>
    /// <param name="Length">Characters of it that are there.</param>
    /// <param name="Of">What it stands for.</param>
    public readonly record struct Found(int At, int Length, T Of);
}
