using System.Text;

namespace Conformance.Verdicts.Rendering;

/// <summary>Lays out lines of text with a margin for labels.</summary>
/// <param name="width">Columns.</param>
internal sealed class Page(int width)
{
    private const int LeastWidth = 60;
    private const int Margin = 12;

    private readonly int columns = Math.Max(width, LeastWidth);
    private readonly StringBuilder text = new();

    /// <summary>One line as it is.</summary>
    /// <param name="line">The line.</param>
    public void Line(string line) => text.Append(line).Append('\n');

    /// <summary>A text that fills the width.</summary>
    /// <param name="words">The text.</param>
    public void Paragraph(string words)
    {
        foreach (var line in Wrap(words, columns))
        {
            Line(line);
        }
    }

    /// <summary>A label with its text, wrapped beside it; nothing when there is none.</summary>
    /// <param name="label">The label.</param>
    /// <param name="words">The text.</param>
    public void Field(string label, string? words)
    {
        if (string.IsNullOrEmpty(words))
        {
            return;
        }

        var prefix = $"  {label}".PadRight(Margin);
        foreach (var line in Wrap(words, columns - Margin))
        {
            Line(prefix + line);
            prefix = new string(' ', Margin);
        }
    }

    /// <summary>A label with a command, on one line however long it is; nothing when there is none.</summary>
    /// <param name="label">The label.</param>
    /// <param name="command">The command.</param>
    public void Command(string label, string? command)
    {
        if (!string.IsNullOrEmpty(command))
        {
            Line($"  {label}".PadRight(Margin) + command);
        }
    }

    /// <inheritdoc />
    public override string ToString() => text.ToString();

    private static IEnumerable<string> Wrap(string words, int columns)
    {
        var rest = words;
        while (rest.Length > columns)
        {
            var space = rest.LastIndexOf(' ', columns);
            var end = space > columns / 3 ? space : WholeCharacters(rest, columns);
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        yield return rest;
    }

    // A pair of surrogates is one character and stays together.
    private static int WholeCharacters(string text, int end) => char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
