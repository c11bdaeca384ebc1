using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conformance.Specification.Yaml;

/// <summary>A mapping or list whose end has not been read yet.</summary>
internal sealed class OpenNode(NodeEvent start, YamlPath path)
{
    private readonly ImmutableArray<YamlEntry>.Builder entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly ImmutableArray<YamlNode>.Builder items = ImmutableArray.CreateBuilder<YamlNode>();
    private readonly Dictionary<string, YamlScalar> keys = new(StringComparer.Ordinal);
    private readonly ImmutableArray<YamlEntry>.Builder duplicates = ImmutableArray.CreateBuilder<YamlEntry>();

    public YamlPath Path { get; } = path;

    public string? Anchor { get; } = start.Anchor.IsEmpty ? null : start.Anchor.Value;

    public bool IsMapping { get; } = start is MappingStart;

    /// <summary>The key whose value comes next; null when a key comes next, and in lists.</summary>
    public YamlScalar? Key { get; set; }

    public bool WantsKey => IsMapping && Key is null;

    /// <summary>Nodes so far, aliases written out.</summary>
    public long Size { get; set; } = 1;

    /// <summary>Levels below, aliases written out.</summary>
    public int Height { get; set; }

    private bool IsFlow { get; } =
        start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };

    public Mark Start { get; } = start.Start;

    public YamlPath NextPath => Key is null ? Path.Item(items.Count) : Path.Key(Key.Text);

    public void Add(YamlNode value)
    {
        if (!IsMapping)
        {
            items.Add(value);
            return;
        }

        if (keys.TryAdd(Key!.Text, Key))
        {
            entries.Add(new YamlEntry(Key, value));
        }
        else
        {
            duplicates.Add(new YamlEntry(Key, value));
        }

        Key = null;
    }

    /// <summary>Takes over entries of a merged mapping (<c>&lt;&lt;: *name</c>); what is written out wins.</summary>
    public void Merge(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (keys.TryAdd(entry.Key.Text, entry.Key))
            {
                entries.Add(entry);
            }
        }
    }

    /// <param name="file">The file it stands in.</param>
    /// <param name="span">From its start to where the parser saw that it had ended, often lines below.</param>
    public YamlNode Close(string file, YamlSpan span)
    {
        var last =
            IsFlow ? null
            : IsMapping ? entries.LastOrDefault()?.Value
            : items.LastOrDefault();
        span = last is null
            ? span with
            {
                EndColumn = span.EndColumn + (IsFlow ? 1 : 0),
            }
            : span with
            {
                EndLine = Math.Max(last.Span.EndLine, span.Line),
                EndColumn = last.Span.EndColumn,
            };
        return IsMapping
            ? new YamlMapping(entries.ToImmutable(), IsFlow, file, Path, span) { Duplicates = duplicates.ToImmutable() }
            : new YamlSequence(items.ToImmutable(), file, Path, span);
    }
}
