using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Conformance.Verdicts.Evidence;

/// <summary>One challenge of a <c>WWW-Authenticate</c> header (RFC 9110 section 11.3).</summary>
/// <param name="Scheme">Name of the scheme, as written.</param>
/// <param name="Parameters">Parameters in order; names in lower case, quotes taken off.</param>
internal sealed record Challenge(string Scheme, ImmutableArray<KeyValuePair<string, string>> Parameters)
{
    /// <summary>Whether it is of this scheme; schemes compare without case.</summary>
    public bool Is(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first value of a parameter, or null.</summary>
    public string? this[string name] => Parameters.FirstOrDefault(p => p.Key == name).Value;

    /// <summary>Names of parameters that are there more than once.</summary>
    public IEnumerable<string> Repeated => Parameters.GroupBy(p => p.Key).Where(g => g.Count() > 1).Select(g => g.Key);
}

/// <summary>Reads <c>WWW-Authenticate</c>: several lines, several challenges in a line, commas for both lists and parameters.</summary>
internal static partial class Challenges
{
    /// <summary>The challenges in order; what cannot be read is left out.</summary>
    public static IReadOnlyList<Challenge> Read(IEnumerable<string> lines)
    {
        var challenges = new List<Challenge>();
        foreach (var part in lines.SelectMany(line => Part().Matches(line)))
        {
            if (part.Groups["scheme"] is { Success: true, Value: var scheme })
            {
                challenges.Add(new(scheme, []));
            }

            if (part.Groups["name"] is { Success: true, Value: var name } && challenges.Count > 0)
            {
                var value = part.Groups["quoted"].Success
                    ? Escape().Replace(part.Groups["quoted"].Value, "$1")
                    : part.Groups["token"].Value;
                var last = challenges[^1];
#pragma warning disable CA1308 // Parameter names compare without case and are shown in lower case.
                challenges[^1] = last with { Parameters = last.Parameters.Add(new(name.ToLowerInvariant(), value)) };
#pragma warning restore CA1308
            }
        }

        return challenges;
    }

    // A parameter, with the scheme before it where it is the first of its challenge; or a scheme alone or with a token68.
    [GeneratedRegex(
        """
            (?:^|,)\s*(?:(?<scheme>[A-Za-z0-9!#$%&'*+.^_`|~-]+)\s+)?(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<token>[^\s,"=]+))\s*(?=,|$)
            |(?:^|,)\s*(?<scheme>[A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s+[A-Za-z0-9._~+/-]+=*)?\s*(?=,|$)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Part();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Escape();
}
