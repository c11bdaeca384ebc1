using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Simulator.Json;

/// <summary>Matches text against ECMA-262 patterns by .NET's engine.</summary>
internal static class EcmaText
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether some part of the text matches; false when that takes too long to find out.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        try
        {
            return Compile(pattern).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            // A pattern that cannot be read is the specification's mistake, not the client's.
            return true;
        }
    }

    private static Regex Compile(string pattern)
    {
        var translated = Translate(pattern);
        try
        {
            // The option makes \d, \w and \s ASCII, as in ECMA-262; it knows no \p and no look-behind.
            return new Regex(translated, RegexOptions.ECMAScript, Patience);
        }
        catch (ArgumentException)
        {
            return new Regex(translated, RegexOptions.CultureInvariant, Patience);
        }
    }

    /// <summary>In .NET <c>$</c> also matches before a final line feed; in ECMA-262 only at the very end.</summary>
    private static string Translate(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 4);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                text.Append(c).Append(pattern[++i]);
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            text.Append(c == '$' && !inClass ? @"(?!\n)\Z" : c.ToString());
        }

        return text.ToString();
    }
}
