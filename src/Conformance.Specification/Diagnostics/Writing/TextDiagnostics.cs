using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>Diagnostics for people: place first, the user's own line, what was expected, one concrete repair.</summary>
internal sealed class TextDiagnostics(TextWriter output, ImmutableArray<SourceText> sources)
{
    /// <summary>An expectation up to this length stands beside the caret; a longer one gets a line of its own.</summary>
    private const int MaxBesideCaret = 60;

    /// <summary>Lines by file, cut once: a large specification has thousands of findings.</summary>
    private readonly Dictionary<string, Lazy<string[]>> byName = sources
        .DistinctBy(s => s.Name)
        .ToDictionary(s => s.Name, s => new Lazy<string[]>(() => s.Lines), StringComparer.Ordinal);

    public void Write(ImmutableArray<Diagnostic> diagnostics, int suppressed)
    {
        foreach (var diagnostic in diagnostics)
        {
            Write(diagnostic);
            output.WriteLine();
        }

        output.WriteLine(Summary(diagnostics) + (suppressed == 0 ? "" : $"; {suppressed} accepted in place"));
    }

    private void Write(Diagnostic diagnostic)
    {
        output.WriteLine($"{Word(diagnostic.Severity)} {diagnostic.Id}: {Printable.Text(diagnostic.Message)}");
        var expected = diagnostic.Expected is null ? null : $"expected {Printable.Text(diagnostic.Expected)}";
        var isBeside = expected?.Length <= MaxBesideCaret;
        var margin = Margin(diagnostic);
        Place(diagnostic.Location, diagnostic.Location.Path, isBeside ? expected : null, margin);
        foreach (var related in diagnostic.Related)
        {
            Place(related.Location, related.Message, null, margin);
        }

        if (expected is not null && (!isBeside || !HasLine(diagnostic.Location)))
        {
            Note(expected, margin);
        }

        if (diagnostic.Fix is not null)
        {
            Note(diagnostic.Fix, margin);
        }
    }

    /// <summary>The place, and the line there with a caret under what is meant.</summary>
    private void Place(SourceLocation location, string remark, string? label, int margin)
    {
        var place = location.Line == 0 ? location.File : location.ToString();
        output.WriteLine($"{Blank(margin)}--> {Printable.Text(place)}   {Printable.Text(remark)}".TrimEnd());
        if (!HasLine(location))
        {
            return;
        }

        var number = location.Line.ToString(CultureInfo.InvariantCulture);
        var excerpt = LineExcerpt.Of(LineOf(location), location);
        output.WriteLine($"{Blank(margin)} |");
        output.WriteLine($"{number.PadLeft(margin)} | {excerpt.Text}".TrimEnd());
        output.WriteLine($"{Blank(margin)} | {excerpt.Carets} {label}".TrimEnd());
    }

    private void Note(string text, int margin)
    {
        var lines = text.Split('\n');
        output.WriteLine($"{Blank(margin)} = {Printable.Text(lines[0])}");
        foreach (var line in lines.Skip(1))
        {
            output.WriteLine($"{Blank(margin)}     {Printable.Text(line)}");
        }
    }

    private string LineOf(SourceLocation location)
    {
        var lines = byName[location.File].Value;
        return location.Line <= lines.Length ? lines[location.Line - 1] : "";
    }

    private bool HasLine(SourceLocation location) => location.Line > 0 && byName.ContainsKey(location.File);

    private static int Margin(Diagnostic diagnostic) =>
        diagnostic
            .Related.Select(r => r.Location.Line)
            .Append(diagnostic.Location.Line)
            .Max()
            .ToString(CultureInfo.InvariantCulture)
            .Length + 1;

    private static string Blank(int width) => new(' ', width);

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };

    private static string Summary(ImmutableArray<Diagnostic> diagnostics)
    {
        var counts = Enum.GetValues<Severity>()
            .Select(severity => (Word: Word(severity), Count: diagnostics.Count(d => d.Severity == severity)))
            .Where(c => c.Count > 0)
            .Select(c => $"{c.Count} {c.Word}{(c.Count == 1 || c.Word == "info" ? "" : "s")}");
        return diagnostics.IsEmpty ? "no problems found" : string.Join(", ", counts);
    }
}
