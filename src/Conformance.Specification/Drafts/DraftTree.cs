using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Drafts;

/// <summary>
/// A draft as the tree that a specification is read from. Paths are those of the specification, files and lines those of
/// what the draft was made from, so that every message leads to a place its reader can change.
/// </summary>
internal static class DraftTree
{
    /// <summary>The tree.</summary>
    /// <param name="draft">The draft.</param>
    public static YamlMapping Of(DraftMapping draft) =>
        (YamlMapping)Node(draft, YamlPath.Root, draft.Origin ?? SourceLocation.None);

    /// <summary>The draft without the values at some paths; what gets empty by that stays.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="paths">Paths as locations spell them.</param>
    public static DraftMapping Without(DraftMapping draft, IReadOnlySet<string> paths) =>
        (DraftMapping)Without(draft, YamlPath.Root, paths);

    private static YamlNode Node(Draft draft, YamlPath path, SourceLocation owner)
    {
        var place = draft.Origin ?? owner;
        var span = new YamlSpan(place.Line, place.Column, place.EndLine, place.EndColumn);
        return draft switch
        {
            DraftMapping mapping => new YamlMapping(
                [.. mapping.Entries.Select(e => Entry(e, path, place))],
                false,
                place.File,
                path,
                span
            ),
            DraftList list => new YamlSequence(
                [.. list.Items.Select((item, index) => Node(item, path.Item(index), place))],
                place.File,
                path,
                span
            ),
            DraftScalar scalar => new YamlScalar(scalar.Text, scalar.IsPlain, place.File, path, span),
            _ => throw new ArgumentOutOfRangeException(nameof(draft)),
        };
    }

    private static YamlEntry Entry(KeyValuePair<string, Draft> entry, YamlPath path, SourceLocation owner)
    {
        var value = Node(entry.Value, path.Key(entry.Key), owner);
        return new YamlEntry(new YamlScalar(entry.Key, true, value.File, value.Path, value.Span), value);
    }

    private static Draft Without(Draft draft, YamlPath path, IReadOnlySet<string> paths) =>
        draft switch
        {
            DraftMapping mapping => mapping with
            {
                Entries =
                [
                    .. mapping
                        .Entries.Where(e => !paths.Contains(path.Key(e.Key).ToString()))
                        .Select(e => KeyValuePair.Create(e.Key, Without(e.Value, path.Key(e.Key), paths))),
                ],
            },
            DraftList list => list with
            {
                Items =
                [
                    .. list
                        .Items.Select((item, index) => (Item: item, Path: path.Item(index)))
                        .Where(i => !paths.Contains(i.Path.ToString()))
                        .Select(i => Without(i.Item, i.Path, paths)),
                ],
            },
            _ => draft,
        };
}
