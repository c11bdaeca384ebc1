using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Yaml;

/// <summary>A node of a YAML document that knows where it was written. Aliases are resolved: they share the anchor's node.</summary>
internal abstract class YamlNode(string file, YamlPath path, YamlSpan span)
{
    public string File { get; } = file;

    public YamlPath Path { get; } = path;

    public YamlSpan Span { get; } = span;

    public SourceLocation Location => Span.In(File, Path.ToString());

    /// <summary>What the node is, in a user's words.</summary>
    public abstract string Describe();
}

/// <summary>A text, exactly as written. Whether it is a number or a truth value is decided by whoever wants one.</summary>
internal sealed class YamlScalar(string text, bool isPlain, string file, YamlPath path, YamlSpan span)
    : YamlNode(file, path, span)
{
    public string Text { get; } = text;

    /// <summary>Written without quotes: only then may it mean a number, a truth value or nothing.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Line and column of the text's first character when each of its lines is one of the file: in a block (<c>|</c>).</summary>
    public (int Line, int Column)? Block { get; init; }

    public bool IsNull => IsPlain && CoreSchema.IsNull(Text);

    public override string Describe()
    {
        if (IsNull)
        {
            return "nothing";
        }

        var shown = Text.Length > 40 ? Text[..40] + "..." : Text;
        return IsPlain && CoreSchema.IsNumber(Text) ? $"the number {shown}"
            : IsPlain && CoreSchema.Boolean(Text) is not null ? $"the truth value {shown}"
            : $"the text \"{shown.ReplaceLineEndings(" ")}\"";
    }
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(ImmutableArray<YamlNode> items, string file, YamlPath path, YamlSpan span)
    : YamlNode(file, path, span)
{
    public ImmutableArray<YamlNode> Items { get; } = items;

    public override string Describe() => "a list";
}

/// <summary>A mapping, in document order, every key once.</summary>
internal sealed class YamlMapping(
    ImmutableArray<YamlEntry> entries,
    bool isFlow,
    string file,
    YamlPath path,
    YamlSpan span
) : YamlNode(file, path, span)
{
    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    /// <summary>Entries whose key was there before; already reported, kept for those who can make sense of them.</summary>
    public ImmutableArray<YamlEntry> Duplicates { get; init; } = [];

    /// <summary>Written with braces.</summary>
    public bool IsFlow { get; } = isFlow;

    public YamlEntry? Entry(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    public YamlNode? Find(string key) => Entry(key)?.Value;

    public override string Describe() => "a mapping";
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
