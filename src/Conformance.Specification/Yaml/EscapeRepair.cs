using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using YamlDotNet.Core;

namespace Conformance.Specification.Yaml;

/// <summary>
/// A double-quoted text with a backslash that starts no YAML escape, usually a regular expression: the finding that
/// shows the single-quoted form, and the backslashes to be taken literally so that reading can go on.
/// </summary>
internal sealed record EscapeRepair(ImmutableArray<int> Backslashes, Diagnostic Diagnostic)
{
    private const string Escapes = "0abtnvfre \"/\\N_LPxuU\t\r\n";

    /// <param name="source">The file.</param>
    /// <param name="read">What the parser read of it, in which the backslashes of earlier repairs are hidden.</param>
    /// <param name="failure">What the parser says.</param>
    public static EscapeRepair? Try(SourceText source, ParserText read, YamlException failure)
    {
        var text = read.Text;
        var start = (int)failure.Start.Index;
        var isEscape =
            failure.Message.Contains("unknown escape", StringComparison.Ordinal)
            || failure.Message.Contains("expected hexadecimal", StringComparison.Ordinal);
        if (!isEscape || start < 0 || start >= text.Length || text[start] != '"')
        {
            return null;
        }

        var end = ClosingQuote(text, start + 1);
        ImmutableArray<int> unknown = end < 0 ? [] : [.. Unknown(text[(start + 1)..end]).Select(i => start + 1 + i)];
        return unknown.IsEmpty ? null : new(unknown, Finding(source, start, end, unknown[0], failure.Start));
    }

    private static Diagnostic Finding(SourceText source, int start, int end, int unknown, Mark at)
    {
        var inner = source.Text[(start + 1)..end];
        var isOneLine = !inner.AsSpan().ContainsAny('\r', '\n');
        var location = new SourceLocation(
            source.Name,
            (int)at.Line,
            (int)at.Column,
            (int)at.Line,
            (int)at.Column + (isOneLine ? end - start + 1 : 1),
            ""
        );
        var quoted = $"'{inner.Replace("'", "''", StringComparison.Ordinal)}'";
        return new Diagnostic(
            LoaderRules.Syntax.Id,
            Severity.Error,
            $"'{source.Text.Substring(unknown, 2)}' is no escape that YAML knows in double quotes",
            location
        )
        {
            Expected = "single quotes, in which a backslash is a backslash",
            Actual = isOneLine ? source.Text[start..(end + 1)] : null,
            Fix = isOneLine ? $"write {quoted}" : "use single quotes",
            Edit = isOneLine ? new TextEdit(location, quoted) : null,
        };
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

    /// <summary>Where the backslashes stand that start no escape.</summary>
    private static IEnumerable<int> Unknown(string inner)
    {
        for (var i = 0; i + 1 < inner.Length; i++)
        {
            if (inner[i] != '\\')
            {
                continue;
            }

            if (IsUnknown(inner, i))
            {
                yield return i;
            }

            i++;
        }
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
