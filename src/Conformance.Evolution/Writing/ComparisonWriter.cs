using System.Collections.Immutable;
using Conformance.Specification.Yaml;

namespace Conformance.Evolution.Writing;

/// <summary>Writes comparisons.</summary>
public static class ComparisonWriter
{
    /// <summary>Writes a comparison.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="comparison">What was found.</param>
    /// <param name="view">From whose point of view changes are classified.</param>
    /// <param name="old">The texts of the old version.</param>
    /// <param name="now">The texts of the new version.</param>
    public static void Write(
        TextWriter output,
        ComparisonFormat format,
        SpecificationComparison comparison,
        View view,
        ImmutableArray<SourceText> old,
        ImmutableArray<SourceText> now
    )
    {
        switch (format)
        {
            case ComparisonFormat.Json:
                JsonComparison.Write(output, comparison, view);
                break;
            case ComparisonFormat.Markdown:
                MarkdownComparison.Write(output, comparison, view);
                break;
            default:
                new TextComparison(output, new SourceLines(old), new SourceLines(now)).Write(comparison, view);
                break;
        }
    }
}
