using System.Text;

namespace Conformance.Execution.Recording;

/// <summary>Makes text that came from a target fit for a message: one line, short, no control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 120;

    /// <summary>The excerpt.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Longest)
            {
                return line.Append("...").ToString();
            }

            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
