using System.Text;

namespace Conformance.Reports.Wording;

/// <summary>Text inside Markdown, where nothing of it may act as markup.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]()<>#+-!|~&";

    /// <summary>Text as text.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Lines as a block of code.</summary>
    public static string Block(string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}\n{text.TrimEnd()}\n{fence}\n";
    }

    /// <summary>Text as code.</summary>
    public static string Code(string text) => $"`{text.ReplaceLineEndings(" ").Replace('`', '\'')}`";
}
