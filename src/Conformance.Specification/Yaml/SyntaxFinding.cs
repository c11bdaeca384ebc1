using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using YamlDotNet.Core;

namespace Conformance.Specification.Yaml;

/// <summary>Puts a parser's complaint into a user's words, with the usual repair.</summary>
internal static class SyntaxFinding
{
    public static Diagnostic Of(YamlException failure, SourceText source, ParserText text)
    {
        var location = Locate(failure, source, text);
        var (message, fix) = Explain(failure.Message, source.Line(location.Line), location.Column);
        return new Diagnostic(LoaderRules.Syntax.Id, Severity.Error, message, location) { Fix = fix };
    }

    private static SourceLocation Locate(YamlException failure, SourceText source, ParserText read)
    {
        var span = read.Span(failure.Start, failure.End);
        if (SpeaksOfTabs(failure.Message))
        {
            // The parser names the mapping, not the tab.
            for (var line = Math.Max(1, span.Line); line <= span.Line + 50; line++)
            {
                var text = source.Line(line);
                var tab = text.IndexOf('\t', StringComparison.Ordinal);
                if (tab >= 0 && string.IsNullOrWhiteSpace(text[..tab]))
                {
                    return new SourceLocation(source.Name, line, tab + 1, line, tab + 2, "");
                }
            }
        }

        return Inside(source, span).In(source.Name, "");
    }

    /// <summary>The parser finds the end of a text on a line after its last, or among the empty ones there.</summary>
    private static YamlSpan Inside(SourceText source, YamlSpan span)
    {
        var lines = source.LastLine;
        var end = source.Line(lines).Length + 1;
        return span.Line > lines ? new YamlSpan(lines, end, lines, end)
            : span.EndLine > lines ? span with { EndLine = lines, EndColumn = end }
            : span;
    }

    private static bool SpeaksOfTabs(string complaint) => complaint.Contains(" tab ", StringComparison.Ordinal);

    private static (string Message, string Fix) Explain(string complaint, string line, int column)
    {
        var indent = line.AsSpan(0, Math.Min(line.Length, Math.Max(0, column - 1)));
        if (SpeaksOfTabs(complaint) || indent.Contains('\t'))
        {
            return ("a tab cannot be used for indentation", "indent with spaces");
        }

        if (complaint.Contains("invalid mapping", StringComparison.Ordinal))
        {
            return (
                "a second ': ' on the line, or a deeper indentation than the key above",
                "put a text that contains ': ' in quotes; indent keys of one mapping alike"
            );
        }

        if (complaint.Contains("did not find expected key", StringComparison.Ordinal))
        {
            return (
                "a key of the mapping was expected here",
                "indent this line like the keys above it, and write it as 'key: value'"
            );
        }

        if (complaint.Contains("cannot start any token", StringComparison.Ordinal))
        {
            return ("a text cannot start with this character", "put the text in quotes");
        }

        if (complaint.Contains("unexpected end of stream", StringComparison.Ordinal))
        {
            return ("the quote that opens here is never closed", "close the quote");
        }

        return ($"not YAML: {complaint.TrimEnd('.')}", "put the text in quotes, or check brackets and indentation");
    }
}
