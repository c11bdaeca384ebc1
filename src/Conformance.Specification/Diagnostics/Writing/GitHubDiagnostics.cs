using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>Diagnostics as GitHub workflow commands: each becomes an annotation at its line of a pull request.</summary>
internal static class GitHubDiagnostics
{
    public static void Write(TextWriter output, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.WriteLine(
                $"::{Command(diagnostic.Severity)} {Place(diagnostic.Location)}title={Property(Title(diagnostic))}::"
                    + Data(Message(diagnostic))
            );
        }
    }

    private static string Command(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    /// <summary>GitHub ignores columns of an annotation over several lines, and complains about them.</summary>
    private static string Place(SourceLocation location)
    {
        if (location.Line == 0)
        {
            return $"file={Property(location.File)},";
        }

        var lines =
            $"file={Property(location.File)},line={location.Line},endLine={Math.Max(location.Line, location.EndLine)},";
        return location.EndLine == location.Line && location.EndColumn > location.Column
            ? $"{lines}col={location.Column},endColumn={location.EndColumn},"
            : lines;
    }

    private static string Title(Diagnostic diagnostic) => diagnostic.Id;

    private static string Message(Diagnostic diagnostic) =>
        diagnostic.Fix is null ? diagnostic.Message : $"{diagnostic.Message}\nFix: {diagnostic.Fix}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
