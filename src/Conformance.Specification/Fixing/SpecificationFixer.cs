using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Fixing;

/// <summary>
/// Applies the safe repairs to the texts they are about. Only the characters of a repair change: comments, layout and
/// line ends stay.
/// </summary>
public static class SpecificationFixer
{
    /// <summary>The repaired texts; those without a repair are left out.</summary>
    /// <param name="sources">The texts that were linted.</param>
    /// <param name="diagnostics">What was found in them.</param>
    public static ImmutableArray<FixedText> Fix(
        ImmutableArray<SourceText> sources,
        ImmutableArray<Diagnostic> diagnostics
    ) => [.. sources.Select(s => Fix(s, diagnostics)).OfType<FixedText>()];

    private static FixedText? Fix(SourceText source, ImmutableArray<Diagnostic> diagnostics)
    {
        var edits = diagnostics
            .Where(d => d.Edit is { } edit && edit.Location.File == source.Name)
            .DistinctBy(d => (d.Edit!.Location.Line, d.Edit.Location.Column))
            .OrderByDescending(d => d.Edit!.Location.Line)
            .ThenByDescending(d => d.Edit!.Location.Column)
            .ToList();
        if (edits.Count == 0)
        {
            return null;
        }

        var starts = SourceText.LineStarts(source.Text);
        var text = source.Text;
        var limit = text.Length;
        var done = new List<Diagnostic>();
        foreach (var finding in edits)
        {
            var place = finding.Edit!.Location;
            var from = starts[place.Line - 1] + place.Column - 1;
            var to = starts[place.EndLine - 1] + place.EndColumn - 1;
            // A repair that reaches into the one behind it waits for the next time.
            if (place.Line == place.EndLine && from <= to && to <= limit)
            {
                text = string.Concat(text.AsSpan(0, from), finding.Edit.NewText, text.AsSpan(to));
                limit = from;
                done.Add(finding);
            }
        }

        done.Reverse();
        return new FixedText(source, text, [.. done]);
    }
}

/// <summary>A text with its repairs.</summary>
/// <param name="Source">As it was.</param>
/// <param name="Text">As it is.</param>
/// <param name="Repaired">The findings that are repaired, in the order of the text.</param>
public sealed record FixedText(SourceText Source, string Text, ImmutableArray<Diagnostic> Repaired);
