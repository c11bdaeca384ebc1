using System.Text;

namespace Conformance.Scenarios.Payloads;

/// <summary>Lengths as JSON Schema counts them: in Unicode code points.</summary>
internal static class CodePoints
{
    /// <summary>Number of code points.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    /// <summary>The first code points of a text.</summary>
    public static string Take(string text, int count) =>
        string.Concat(text.EnumerateRunes().Take(count).Select(rune => rune.ToString()));

    /// <summary>A text without its first code points.</summary>
    public static string Skip(string text, int count) =>
        string.Concat(text.EnumerateRunes().Skip(count).Select(rune => rune.ToString()));

    /// <summary>A text of exactly that many code points, by cutting or by repeating its last one.</summary>
    public static string Fit(string text, int count)
    {
        var length = Count(text);
        if (length >= count)
        {
            return Take(text, count);
        }

        var filler = length == 0 ? "a" : text.EnumerateRunes().Last().ToString();
        return new StringBuilder(text).Insert(text.Length, filler, count - length).ToString();
    }
}
