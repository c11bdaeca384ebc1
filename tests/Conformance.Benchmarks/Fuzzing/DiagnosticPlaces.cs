using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Every finding must be about a place that its file has.</summary>
internal static partial class DiagnosticPlaces
{
    /// <summary>The kinds of findings, for telling behaviours apart: id and path, without numbers.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="sources">The texts that it was found in.</param>
    public static IEnumerable<string> Check(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<SourceText> sources)
    {
        var lengths = sources
            .DistinctBy(s => s.Name)
            .ToDictionary(s => s.Name, s => LineBreak().Split(s.Text).Select(l => l.Length).ToArray());
        foreach (var diagnostic in diagnostics)
        {
            Check(diagnostic.Id, diagnostic.Location, lengths);
            foreach (var related in diagnostic.Related)
            {
                Check(diagnostic.Id, related.Location, lengths);
            }

            if (string.IsNullOrWhiteSpace(diagnostic.Message))
            {
                throw new BrokenPromise($"{diagnostic.Id} says nothing");
            }
        }

        return diagnostics.Select(d => $"{d.Id} {Number().Replace(d.Location.Path, "#")}").Distinct();
    }

    private static void Check(string id, SourceLocation place, Dictionary<string, int[]> lengths)
    {
        // What concerns a file as a whole (not found, too large, no text) has no text to point into.
        if (!lengths.TryGetValue(place.File, out var lines))
        {
            if (place is not { Line: 1, Column: 1 })
            {
                throw new BrokenPromise($"{id} is about a text that was not read");
            }

            return;
        }

        // What is missing at the very end is found on the line after the last.
        var isAfterEnd = place.Line == lines.Length + 1 && place.Column == 1;
        var isInside =
            place.Line >= 1
            && place.Column >= 1
            && place.Line <= lines.Length
            && place.EndLine <= lines.Length
            && (place.EndLine, place.EndColumn).CompareTo((place.Line, place.Column)) >= 0
            && place.Column <= lines[place.Line - 1] + 1
            && place.EndColumn <= lines[place.EndLine - 1] + 2;
        if (!isInside && !isAfterEnd)
        {
            throw new BrokenPromise($"{id} is about a place that the text does not have");
        }
    }

    [GeneratedRegex(@"\r\n|[\r\n]", RegexOptions.None, 10_000)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"\d+|""[^""]*""", RegexOptions.None, 10_000)]
    private static partial Regex Number();
}
