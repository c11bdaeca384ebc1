using System.Text;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Yaml;

/// <summary>Reports keys that are written twice, with the repair: a list where the dialect has one, else one must go.</summary>
internal static class DuplicateKeys
{
    public static void Report(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var place = mapping.Path.ToString() is { Length: > 0 } path ? path : "the top level";
        foreach (var duplicate in mapping.Duplicates)
        {
            var key = duplicate.Key;
            var first = mapping.Entry(key.Text)!;
            diagnostics.Report(
                LoaderRules.DuplicateKey,
                key.Location,
                $"duplicate key '{key.Text}' at {place} (first at line {first.Key.Span.Line})",
                "every key once",
                fix: place.EndsWith("per_endpoint", StringComparison.Ordinal)
                    ? ListForm(mapping, key.Text)
                    : $"remove one of the two '{key.Text}', or merge what they say",
                related: [new RelatedLocation("first written here", first.Key.Location)]
            );
        }
    }

    /// <summary>The limits of one path as the list that keeps them all.</summary>
    private static string ListForm(YamlMapping mapping, string path)
    {
        var text = new StringBuilder("write per_endpoint as a list, which keeps both:");
        foreach (var entry in mapping.Entries.Concat(mapping.Duplicates).Where(e => e.Key.Text == path))
        {
            text.Append($"\n- path: \"{path}\"");
            foreach (var part in (entry.Value as YamlMapping)?.Entries ?? [])
            {
                text.Append($"\n  {part.Key.Text}: \"{(part.Value as YamlScalar)?.Text}\"");
            }
        }

        return text.ToString();
    }
}
