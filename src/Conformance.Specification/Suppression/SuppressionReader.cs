using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Conformance.Specification.Suppression;

/// <summary>Reads the comments of a text that accept findings. A text without any costs one search.</summary>
internal static partial class SuppressionReader
{
    private const string Sign = "conformance:";
    private const string Form = "# conformance: ignore RULE-ID [until YYYY-MM-DD] reason";

    public static IEnumerable<Suppression> Read(SourceText source, List<Diagnostic> findings)
    {
        if (!source.Text.Contains(Sign, StringComparison.Ordinal))
        {
            yield break;
        }

        var read = ParserText.Of(source.Text, []);
        var lines = source.Lines;
        foreach (var comment in Comments(read.Text))
        {
            var text = read.Restore(comment.Value).Trim();
            if (!text.StartsWith(Sign, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var location = read.Span(comment.Start, comment.End).In(source.Name, "");
            if (Parse(text, comment.IsInline, location, lines) is { } suppression)
            {
                yield return suppression;
            }
            else
            {
                findings.Add(Malformed(location, "this suppression cannot be read, or has no reason", text));
            }
        }
    }

    public static Diagnostic Malformed(SourceLocation location, string message, string? actual) =>
        new(SuppressionRules.Malformed.Id, SuppressionRules.Malformed.Severity, message, location)
        {
            Expected = $"'{Form}'",
            Actual = actual,
            Fix = SuppressionRules.Malformed.Fix,
        };

    private static Suppression? Parse(string text, bool isInline, SourceLocation location, string[] lines)
    {
        var match = Comment().Match(text);
        if (!match.Success)
        {
            return null;
        }

        DateOnly? until = null;
        if (match.Groups["until"].Success)
        {
            if (
                !DateOnly.TryParseExact(
                    match.Groups["until"].Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                return null;
            }

            until = day;
        }

        ImmutableArray<string> ids = [.. match.Groups["id"].Captures.Select(c => c.Value.ToUpperInvariant())];
        int? line =
            match.Groups["file"].Success ? null
            : isInline ? location.Line
            : Below(lines, location.Line);
        return new Suppression(ids, line, until, match.Groups["reason"].Value.Trim(), location);
    }

    /// <summary>The next line that is neither blank nor a comment.</summary>
    private static int Below(string[] lines, int comment)
    {
        var line = comment + 1;
        while (line <= lines.Length && lines[line - 1].AsSpan().TrimStart() is [] or ['#', ..])
        {
            line++;
        }

        return line;
    }

    /// <summary>The comments up to the first syntax error, which is reported by the loader.</summary>
    private static List<Comment> Comments(string text)
    {
        var comments = new List<Comment>();
        try
        {
            using var reader = new StringReader(text);
            var scanner = new Scanner(reader, skipComments: false);
            while (scanner.MoveNext())
            {
                if (scanner.Current is Comment comment)
                {
                    comments.Add(comment);
                }
            }
        }
        catch (Exception failure) when (failure is YamlException or InvalidOperationException or ArgumentException)
        {
            // Whatever the scanner trips over, the loader has said where.
        }

        return comments;
    }

    [GeneratedRegex(
        @"^conformance:\s*ignore(?<file>-file)?\s+(?<id>[A-Z]{2,4}-\d{3})(\s*,\s*(?<id>[A-Z]{2,4}-\d{3}))*(\s+until\s+(?<until>\S+))?\s*[:–—-]?\s+(?<reason>\S.*)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Comment();
}
