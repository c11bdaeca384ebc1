using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Conformance.Scenarios.Payloads;

/// <summary>A place in a body, in the specification's notation: <c>items[0].quantity</c>.</summary>
/// <remarks>A template has no index in the brackets: <c>items[].quantity</c> is any element's quantity.</remarks>
internal sealed record FieldPath
{
    private FieldPath(ImmutableArray<Segment> segments) => Segments = segments;

    /// <summary>The whole body.</summary>
    public static FieldPath Root { get; } = new([]);

    /// <summary>From the outermost to the innermost.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>Whether it is the whole body.</summary>
    public bool IsRoot => Segments.IsEmpty;

    /// <summary>Whether an array is on the way.</summary>
    public bool HasElements => Segments.Any(s => s is Segment.Element);

    /// <summary>Name of the property it ends in; null for the body and for elements.</summary>
    public string? LastName => Segments is [.., Segment.Property last] ? last.Name : null;

    /// <summary>The place it stands in; the body for the body.</summary>
    public FieldPath Parent => IsRoot ? this : new(Segments.RemoveAt(Segments.Length - 1));

    /// <summary>Reads <c>items[0].quantity</c> or <c>items[].quantity</c>.</summary>
    public static FieldPath Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        foreach (var part in text.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (name.Length > 0)
            {
                segments.Add(new Segment.Property(name));
            }

            if (bracket >= 0)
            {
                segments.AddRange(part[bracket..].Split(']', StringSplitOptions.RemoveEmptyEntries).Select(ElementOf));
            }
        }

        return new(segments.ToImmutable());
    }

    /// <summary>The place of a property of what stands here.</summary>
    public FieldPath Child(string name) => new(Segments.Add(new Segment.Property(name)));

    /// <summary>The place of an element of what stands here.</summary>
    /// <param name="index">Its index; null for any.</param>
    public FieldPath Element(int? index) => new(Segments.Add(new Segment.Element(index)));

    /// <summary>The place of one element for each "any element".</summary>
    /// <param name="indexes">Their indexes from the outermost on; the last one stands for all further ones.</param>
    public FieldPath At(params int[] indexes)
    {
        var next = 0;
        return new([
            .. Segments.Select(s =>
                s is Segment.Element { Index: null }
                    ? new Segment.Element(indexes[Math.Min(next++, indexes.Length - 1)])
                    : s
            ),
        ]);
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in Segments)
        {
            _ = segment switch
            {
                Segment.Property { Name: var name } => text.Append(text.Length == 0 ? "" : ".").Append(name),
                Segment.Element { Index: var index } => text.Append(CultureInfo.InvariantCulture, $"[{index}]"),
                _ => text,
            };
        }

        return text.ToString();
    }

    private static Segment ElementOf(string bracket) =>
        new Segment.Element(
            int.TryParse(bracket.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : null
        );

    /// <summary>One step into a body.</summary>
    public abstract record Segment
    {
        /// <summary>Into a property.</summary>
        public sealed record Property(string Name) : Segment;

        /// <summary>Into an element; any when it has no index.</summary>
        public sealed record Element(int? Index) : Segment;
    }
}
