using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Evolution.Writing;

/// <summary>The user's own lines.</summary>
internal sealed class SourceLines(ImmutableArray<SourceText> sources)
{
    private const int Longest = 80;

    private readonly Dictionary<string, Lazy<string[]>> byName = sources
        .DistinctBy(s => s.Name)
        .ToDictionary(
            s => s.Name,
            s => new Lazy<string[]>(() => s.Text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None)),
            StringComparer.Ordinal
        );

    /// <summary>The line at a place, without indentation; empty when there is none.</summary>
    public string At(SourceLocation location)
    {
        if (
            location.Line == 0
            || !byName.TryGetValue(location.File, out var lines)
            || location.Line > lines.Value.Length
        )
        {
            return "";
        }

        var line = Words.Printable(lines.Value[location.Line - 1].Trim());
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }
}
