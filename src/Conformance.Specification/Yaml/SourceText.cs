namespace Conformance.Specification.Yaml;

/// <summary>The text of a file of the specification, for messages that show the user's own line.</summary>
/// <param name="Name">The file as the user named it, with forward slashes.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceText(string Name, string Text)
{
    /// <summary>The lines as an editor has them: they end with LF, CR or both, and with nothing else.</summary>
    internal string[] Lines => Text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    /// <summary>The last line that has anything on it, counted as <see cref="Line"/> does; 1 when none has.</summary>
    internal int LastLine => LineStarts(Text.AsSpan().TrimEnd()).Count;

    /// <summary>Where the lines start, the first included.</summary>
    internal static List<int> LineStarts(ReadOnlySpan<char> text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }

    /// <summary>The line with that number, without its line break; empty when there is none.</summary>
    /// <param name="number">1-based.</param>
    public string Line(int number)
    {
        var start = 0;
        for (var line = 1; line < number; line++)
        {
            var end = Text.AsSpan(start).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return "";
            }

            start += end + 1;
            if (Text[start - 1] == '\r' && start < Text.Length && Text[start] == '\n')
            {
                start++;
            }
        }

        var length = Text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? Text[start..] : Text.Substring(start, length);
    }
}
