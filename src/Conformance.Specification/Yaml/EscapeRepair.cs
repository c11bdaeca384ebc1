using System.Text;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using YamlDotNet.Core;

namespace Conformance.Specification.Yaml;

/// <summary>
/// A double-quoted text with a backslash that starts no YAML escape, usually a regular expression: the finding that
/// shows the single-quoted form, and the text with the backslashes doubled so that reading can go on.
/// </summary>
internal sealed record EscapeRepair(string Text, Diagnostic Diagnostic)
{
    private const string Escapes = "0abtnvfre \"/\\N_LPxuU\t\r\n";

    public static EscapeRepair? Try(string text, YamlException failure, string file)
    {
        var start = (int)failure.Start.Index;
        var isEscape =
            failure.Message.Contains("unknown escape", StringComparison.Ordinal)
            || failure.Message.Contains("expected hexadecimal", StringComparison.Ordinal);
        if (!isEscape || start < 0 || start >= text.Length || text[start] != '"')
        {
            return null;
        }

        var end = ClosingQuote(text, start + 1);
        return end < 0 ? null : Repair(text, start, end, failure.Start, file);
    }

    private static EscapeRepair? Repair(string text, int start, int end, Mark at, string file)
    {
        var inner = text[(start + 1)..end];
        var doubled = Double(inner);
        if (doubled == inner)
        {
            return null;
        }

        var isOneLine = !inner.AsSpan().ContainsAny('\r', '\n');
        var location = new SourceLocation(
            file,
            (int)at.Line,
            (int)at.Column,
            (int)at.Line,
            (int)at.Column + (isOneLine ? end - start + 1 : 1),
            ""
        );
        var escape = inner[inner.IndexOf(FirstUnknown(inner), StringComparison.Ordinal)..][..2];
        var diagnostic = new Diagnostic(
            LoaderRules.Syntax.Id,
            Severity.Error,
            $"'{escape}' is no escape that YAML knows in double quotes",
            location
        )
        {
            Expected = "single quotes, in which a backslash is a backslash",
            Actual = isOneLine ? text[start..(end + 1)] : null,
            Fix = isOneLine ? $"write '{inner.Replace("'", "''", StringComparison.Ordinal)}'" : "use single quotes",
            Edit = isOneLine ? new TextEdit(location, $"'{inner.Replace("'", "''", StringComparison.Ordinal)}'") : null,
        };
        return new EscapeRepair(string.Concat(text.AsSpan(0, start + 1), doubled, text.AsSpan(end)), diagnostic);
    }

    private static int ClosingQuote(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i;
            }
        }

        return -1;
    }

    private static string FirstUnknown(string inner)
    {
        for (var i = 0; i + 1 < inner.Length; i++)
        {
            if (inner[i] == '\\' && IsUnknown(inner, i))
            {
                return inner.Substring(i, 2);
            }

            i += inner[i] == '\\' ? 1 : 0;
        }

        return "\\";
    }

    private static string Double(string inner)
    {
        var result = new StringBuilder(inner.Length + 8);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\' || i + 1 == inner.Length)
            {
                result.Append(inner[i]);
                continue;
            }

            result.Append(IsUnknown(inner, i) ? @"\\" : @"\").Append(inner[++i]);
        }

        return result.ToString();
    }

    /// <summary>Whether the backslash at this place starts no escape; <c>\x</c> and its like need their digits.</summary>
    private static bool IsUnknown(string inner, int backslash)
    {
        var kind = inner[backslash + 1];
        var digits = kind switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        var after = inner.AsSpan(backslash + 2);
        return !Escapes.Contains(kind, StringComparison.Ordinal)
            || after.Length < digits
            || !after[..digits].ToArray().All(char.IsAsciiHexDigit);
    }
}
