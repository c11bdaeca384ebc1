namespace Conformance.Cli.Output;

/// <summary>Breaks text at words.</summary>
internal static class Wrapping
{
    /// <summary>The lines; a word that is longer than a line has one of its own.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Columns.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in SafeText.OneLine(text).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
