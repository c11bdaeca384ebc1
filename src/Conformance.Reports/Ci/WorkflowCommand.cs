namespace Conformance.Reports.Ci;

/// <summary>Workflow commands of GitHub Actions. What a target had a hand in is escaped, so that it stays inside its command.</summary>
internal static class WorkflowCommand
{
    /// <summary>An annotation at a line of a file.</summary>
    /// <param name="command"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="file">Path from the root of the repository; null for an annotation of the run as a whole.</param>
    /// <param name="line">The line, from 1; 0 for the file as a whole.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="message">Its text; may have several lines.</param>
    public static string Annotation(string command, string? file, int line, string title, string message)
    {
        var place =
            file is null ? ""
            : line == 0 ? $"file={Property(file)},"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"file={Property(file)},line={line},");
        return $"::{command} {place}title={Property(title)}::{Data(message)}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal)
            // Other line breaks of Unicode end no command, but would tear the line apart in a log.
            .Replace("\u0085", " ", StringComparison.Ordinal)
            .Replace("\u2028", " ", StringComparison.Ordinal)
            .Replace("\u2029", " ", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
