namespace Conformance.Specification.Model;

/// <summary>Where a value stands in the specification: file, 1-based line and column, and its path in the document.</summary>
/// <param name="File">The path of the file as the user gave it, with forward slashes.</param>
/// <param name="Line">1-based line of the first character.</param>
/// <param name="Column">1-based column of the first character, in UTF-16 units.</param>
/// <param name="EndLine">1-based line of the end.</param>
/// <param name="EndColumn">1-based column just after the last character.</param>
/// <param name="Path">The path in the document, for example <c>endpoints[0].request.body.properties.quantity</c>.</param>
public sealed record SourceLocation(string File, int Line, int Column, int EndLine, int EndColumn, string Path)
{
    /// <summary>A place that no file has, for values that the loader made itself.</summary>
    public static SourceLocation None { get; } = new("", 0, 0, 0, 0, "");

    /// <summary><c>file:line:col</c>, the form that editors and terminals make clickable.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
