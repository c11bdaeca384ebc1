using System.Text;
using Conformance.Specification.Schemas;
using Fare;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// Strings that match a pattern. The automaton library guesses wrong on look-around, <c>\b</c>, back-references and some
/// escapes, so nothing leaves here that the contract's own matcher has not accepted.
/// </summary>
internal sealed class PatternStrings
{
    private const int Attempts = 20;

    private readonly Dictionary<string, EcmaPattern?> matchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Xeger?> generators = new(StringComparer.Ordinal);
    private readonly ReseededRandom random = new();

    /// <summary>Whether the pattern is found in the text, as ECMA-262 reads it.</summary>
    public bool IsMatch(string pattern, string text) => Matcher(pattern)?.Match(text) is PatternMatch.Matches;

    /// <summary>A string that matches and has an allowed length, or null when none was found.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="seed">Decides which.</param>
    /// <param name="minLength">Least length in code points.</param>
    /// <param name="maxLength">Greatest length in code points.</param>
    public string? Generate(string pattern, int seed, int minLength, int maxLength)
    {
        foreach (var candidate in Candidates(pattern, seed))
        {
            var length = CodePoints.Count(candidate);
            var fitted =
                length < minLength ? Stretch(pattern, candidate, minLength)
                : length > maxLength ? null
                : candidate;
            if (fitted is not null && IsMatch(pattern, fitted))
            {
                return fitted;
            }
        }

        return null;
    }

    /// <summary>A matching string of exactly this length, made by repeating one character of a shorter one, or null.</summary>
    public string? Stretch(string pattern, string sample, int length)
    {
        var missing = length - sample.Length;
        if (missing <= 0)
        {
            return missing == 0 ? sample : null;
        }

        // From the end: what repeats in a pattern mostly stands there.
        return Enumerable
            .Range(0, sample.Length)
            .Reverse()
            .Where(at => !char.IsSurrogate(sample[at]))
            .Select(at => new StringBuilder(sample).Insert(at, sample[at..(at + 1)], missing).ToString())
            .FirstOrDefault(stretched => IsMatch(pattern, stretched));
    }

    private IEnumerable<string> Candidates(string pattern, int seed)
    {
        if (Matcher(pattern) is not { MayExplode: false })
        {
            var chance = new Random(seed);
            for (var i = 0; i < Attempts; i++)
            {
                if (Matcher(pattern)?.Sample(chance) is { } sample)
                {
                    yield return sample;
                }
            }

            yield break;
        }

        random.Reseed(seed);
        var generator = Generator(pattern);
        for (var i = 0; generator is not null && i < Attempts; i++)
        {
            yield return generator.Generate();
        }
    }

    // The automaton of a pattern takes thousands of times as long to make as a string.
    private Xeger? Generator(string pattern)
    {
        if (!generators.TryGetValue(pattern, out var generator))
        {
            try
            {
                generator = new Xeger(Simplify(pattern), random);
            }
            catch (ArgumentException)
            {
                // The automaton library does not know the syntax; the caller falls back to the specification's example.
            }

            generators[pattern] = generator;
        }

        return generator;
    }

    // The library's classes are wider than ECMA's, and it does not know lazy quantifiers or non-capturing groups.
    private static string Simplify(string pattern) =>
        pattern
            .Replace("(?:", "(", StringComparison.Ordinal)
            .Replace("[\\w", "[A-Za-z0-9_", StringComparison.Ordinal)
            .Replace("[\\d", "[0-9", StringComparison.Ordinal)
            .Replace("\\d", "[0-9]", StringComparison.Ordinal)
            .Replace("\\w", "[A-Za-z0-9_]", StringComparison.Ordinal);

    private EcmaPattern? Matcher(string pattern)
    {
        if (!matchers.TryGetValue(pattern, out var matcher))
        {
            matchers[pattern] = matcher = EcmaPattern.Compile(pattern).Pattern;
        }

        return matcher;
    }
}
