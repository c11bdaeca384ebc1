using System.Text.Json;

namespace Conformance.Specification.Schemas.Json;

/// <summary>Finds where values stand in a JSON text, in one pass over it.</summary>
internal sealed class JsonLocator
{
    private readonly Wanted root = new();

    /// <summary>Finds the byte offset of every pointer; a value that is not there stands where its parent does.</summary>
    /// <param name="utf8">A correct JSON text.</param>
    /// <param name="pointers">JSON Pointers.</param>
    public static IReadOnlyDictionary<string, int> Offsets(ReadOnlySpan<byte> utf8, IEnumerable<string> pointers)
    {
        var locator = new JsonLocator();
        var ends = pointers
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(pointer => pointer, locator.Want, StringComparer.Ordinal);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        Walk(ref reader, locator.root);
        return ends.ToDictionary(entry => entry.Key, entry => entry.Value.OffsetOrParents, StringComparer.Ordinal);
    }

    private Wanted Want(string pointer)
    {
        var at = root;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            at = at.Child(name);
        }

        return at;
    }

    private static void Walk(ref Utf8JsonReader reader, Wanted wanted)
    {
        wanted.Offset = (int)reader.TokenStartIndex;
        if (!wanted.HasChildren)
        {
            reader.Skip();
            return;
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var child = wanted.Find(reader.GetString()!);
                reader.Read();
                WalkOrSkip(ref reader, child);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                WalkOrSkip(ref reader, wanted.Find(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    private static void WalkOrSkip(ref Utf8JsonReader reader, Wanted? wanted)
    {
        if (wanted is null)
        {
            reader.Skip();
        }
        else
        {
            Walk(ref reader, wanted);
        }
    }

    private sealed class Wanted
    {
        private readonly Dictionary<string, Wanted> children = new(StringComparer.Ordinal);
        private Wanted? parent;

        public int? Offset { get; set; }

        public int OffsetOrParents => Offset ?? parent?.OffsetOrParents ?? 0;

        public bool HasChildren => children.Count > 0;

        public Wanted Child(string name) =>
            children.TryGetValue(name, out var child) ? child : children[name] = new Wanted { parent = this };

        public Wanted? Find(string name) => children.GetValueOrDefault(name);
    }
}
