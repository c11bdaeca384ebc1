using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Drafts;

/// <summary>Puts a mapping together; what is null is left out, and of two values of a key the first stays.</summary>
internal sealed class DraftBuilder
{
    private readonly ImmutableArray<KeyValuePair<string, Draft>>.Builder entries = ImmutableArray.CreateBuilder<
        KeyValuePair<string, Draft>
    >();

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>Whether a key was added.</summary>
    public bool Has(string key) => keys.Contains(key);

    /// <summary>Adds a value.</summary>
    public DraftBuilder Add(string key, Draft? value)
    {
        if (value is not null && keys.Add(key))
        {
            entries.Add(KeyValuePair.Create(key, value));
        }

        return this;
    }

    /// <summary>Adds a text.</summary>
    public DraftBuilder Add(string key, string? text, SourceLocation? origin = null) =>
        Add(key, text is null ? null : new DraftScalar(text) { Origin = origin });

    /// <summary>Adds a truth value.</summary>
    public DraftBuilder Add(string key, bool value) => Add(key, new DraftScalar(value ? "true" : "false", true));

    /// <summary>Adds a number.</summary>
    public DraftBuilder Add(string key, int value) =>
        Add(key, new DraftScalar(value.ToString(CultureInfo.InvariantCulture), true));

    /// <summary>Adds a mapping unless it is empty.</summary>
    public DraftBuilder Add(string key, DraftBuilder inner, SourceLocation? origin = null) =>
        inner.IsEmpty ? this : Add(key, inner.Build(origin));

    /// <summary>Adds a list of texts unless it is empty.</summary>
    public DraftBuilder Add(string key, IEnumerable<string> texts)
    {
        ImmutableArray<Draft> items = [.. texts.Select(text => new DraftScalar(text))];
        return items.IsEmpty ? this : Add(key, new DraftList(items));
    }

    /// <summary>The mapping.</summary>
    public DraftMapping Build(SourceLocation? origin = null) => new(entries.ToImmutable()) { Origin = origin };

    /// <summary>A value of another document as it stands there.</summary>
    public static Draft Copy(YamlNode node) =>
        node switch
        {
            YamlMapping mapping => new DraftMapping([
                .. mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Copy(e.Value))),
            ])
            {
                Origin = node.Location,
            },
            YamlSequence list => new DraftList([.. list.Items.Select(Copy)]) { Origin = node.Location },
            YamlScalar scalar => new DraftScalar(scalar.Text, scalar.IsPlain) { Origin = node.Location },
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
}
