using System.Text;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Writing;

/// <summary>A comparison for a pull request: what breaks first, the rest folded away.</summary>
internal static class MarkdownComparison
{
    // GitHub refuses comments of more than 65,536 characters.
    private const int MostRows = 100;

    public static void Write(TextWriter output, SpecificationComparison comparison, View view)
    {
        output.WriteLine(
            comparison.Changes.IsEmpty
                ? "### Contract: no differences"
                : $"### Contract: {Words.Counts(comparison, view)}"
        );
        output.WriteLine();
        var mark = comparison.Version.Fits ? "" : "**Version does not fit.** ";
        output.WriteLine($"{mark}{Text(Words.Version(comparison.Version))}");
        foreach (var group in comparison.Changes.GroupBy(c => c.Impacts.By(view)).OrderByDescending(g => g.Key))
        {
            output.WriteLine();
            Group(output, group.Key, [.. group]);
        }
    }

    private static void Group(TextWriter output, Impact impact, Change[] changes)
    {
        var isOpen = impact == Impact.Breaking;
        var title = $"{char.ToUpperInvariant(Words.Of(impact)[0])}{Words.Of(impact)[1..]} ({changes.Length})";
        output.WriteLine(isOpen ? $"#### {title}" : $"<details><summary>{title}</summary>");
        output.WriteLine();
        output.WriteLine("| what | change | must change | old | new | rule |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var change in changes.Take(MostRows))
        {
            output.WriteLine(
                $"| {Text(change.Where)}{Also(change)} | {Text(change.Message)} | {Whom(change)} | {Place(change.Old)} | {Place(change.New)} | {change.Rule.Id} |"
            );
        }

        if (changes.Length > MostRows)
        {
            output.WriteLine();
            output.WriteLine($"... and {changes.Length - MostRows} more.");
        }

        if (!isOpen)
        {
            output.WriteLine();
            output.WriteLine("</details>");
        }
    }

    private static string Also(Change change) => change.AlsoIn.IsEmpty ? "" : $" (and {change.AlsoIn.Length} more)";

    private static string Whom(Change change) =>
        (change.Impacts.Consumers, change.Impacts.Provider) switch
        {
            (Impact.Breaking, Impact.Breaking) => "both",
            (Impact.Breaking, _) => "consumers",
            (_, Impact.Breaking) => "provider",
            _ => "-",
        };

    private static string Place(SourceLocation location) => location.Line == 0 ? "-" : Text(location.ToString());

    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in Words.Printable(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '@')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
