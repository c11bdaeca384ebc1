using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>
/// Merges the files of a folder: sections of the same name are joined, lists by their entries and mappings by their
/// keys; what cannot be joined is a duplicate.
/// </summary>
internal static class SpecificationMerger
{
    public static YamlMapping? Merge(ImmutableArray<YamlMapping> documents, DiagnosticBag diagnostics)
    {
        if (documents.IsEmpty)
        {
            return null;
        }

        return documents.Length == 1 ? documents[0] : With(documents[0], Entries(documents, diagnostics, joins: true));
    }

    private static ImmutableArray<YamlEntry> Entries(
        ImmutableArray<YamlMapping> mappings,
        DiagnosticBag diagnostics,
        bool joins
    )
    {
        var entries = new List<YamlEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in mappings.SelectMany(m => m.Entries))
        {
            if (places.TryAdd(entry.Key.Text, entries.Count))
            {
                entries.Add(entry);
                continue;
            }

            var place = places[entry.Key.Text];
            if (joins && Join(entries[place], entry, diagnostics) is { } joined)
            {
                entries[place] = joined;
            }
            else
            {
                Duplicate(entries[place].Key, entry.Key, diagnostics);
            }
        }

        return [.. entries];
    }

    private static YamlEntry? Join(YamlEntry first, YamlEntry second, DiagnosticBag diagnostics) =>
        (first.Value, second.Value) switch
        {
            (YamlSequence a, YamlSequence b) => first with { Value = With(a, a.Items.AddRange(b.Items)) },
            // Two files with one endpoint each.
            (YamlMapping a, YamlMapping b) when first.Key.Text == "endpoint" => first with { Value = With(a, [a, b]) },
            (YamlSequence a, YamlMapping b) when first.Key.Text == "endpoint" => first with
            {
                Value = With(a, a.Items.Add(b)),
            },
            (YamlMapping a, YamlMapping b) => first with
            {
                Value = With(a, Entries([a, b], diagnostics, joins: false)),
            },
            _ => null,
        };

    private static void Duplicate(YamlScalar first, YamlScalar second, DiagnosticBag diagnostics) =>
        diagnostics.Report(
            LoaderRules.DuplicateKey,
            second.Location,
            $"duplicate key '{second.Text}' in two files (first in {first.Location})",
            fix: $"keep '{second.Text}' in one of the files",
            related: [new RelatedLocation("first written here", first.Location)]
        );

    private static YamlMapping With(YamlMapping like, ImmutableArray<YamlEntry> entries) =>
        new(entries, like.IsFlow, like.File, like.Path, like.Span);

    private static YamlSequence With(YamlNode like, ImmutableArray<YamlNode> items) =>
        new(items, like.File, like.Path, like.Span);
}
