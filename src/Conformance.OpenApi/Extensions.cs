using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi;

/// <summary>
/// The extensions that carry what OpenAPI has no place for. Below <c>x-integration-</c> stands the dialect's own word, with
/// hyphens; its value is the dialect's own block, to the letter.
/// </summary>
internal static class Extensions
{
    /// <summary>What all of them start with.</summary>
    public const string Prefix = "x-integration-";

    /// <summary>Of a media type: <c>standard</c> for the schema of all errors, <c>extended</c> where fields are added to it,
    /// <c>inferred</c> where the schema follows from the example.</summary>
    public const string Body = Prefix + "body";

    /// <summary>Of a media type: an example that shows less than the schema demands, as those of errors do.</summary>
    public const string Example = Prefix + "example";

    /// <summary>Of a header: its schema follows from its description.</summary>
    public const string Text = Prefix + "text";

    /// <summary>Of a response: it stands for none, because OpenAPI wants at least one.</summary>
    public const string Undeclared = Prefix + "undeclared";

    /// <summary>Of a schema: which section it belongs to; it is no data model.</summary>
    public const string PartOf = Prefix + "part-of";

    /// <summary>Of a schema or server: its name in the specification.</summary>
    public const string Name = Prefix + "name";

    // References of the dialect mean nothing to readers of OpenAPI, which follow every reference they see.
    private const string Reference = Prefix + "ref";

    /// <summary>The extension of a word of the dialect.</summary>
    public static string Of(string word) => Prefix + word.Replace('_', '-');

    /// <summary>The word of the dialect behind an extension; null for other keys.</summary>
    public static string? WordOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..].Replace('-', '_') : null;

    /// <summary>A block of the dialect as an extension carries it.</summary>
    public static Draft Pack(YamlNode block) => Rename(DraftBuilder.Copy(block), "$ref", Reference);

    /// <summary>The block of the dialect that an extension carries.</summary>
    public static Draft Unpack(YamlNode extension) => Rename(DraftBuilder.Copy(extension), Reference, "$ref");

    /// <summary>Adds what an extension says beside what is there already.</summary>
    /// <param name="owner">What may have the extension.</param>
    /// <param name="word">The word of the dialect.</param>
    /// <param name="into">Takes it.</param>
    /// <returns>Whether there is such an extension.</returns>
    public static bool Spread(YamlMapping owner, string word, DraftBuilder into)
    {
        if (owner.Find(Of(word)) is not YamlMapping block)
        {
            return false;
        }

        foreach (var (key, value) in ((DraftMapping)Unpack(block)).Entries)
        {
            into.Add(key, value);
        }

        return true;
    }

    private static Draft Rename(Draft draft, string from, string to) =>
        draft switch
        {
            DraftMapping mapping => mapping with
            {
                Entries =
                [
                    .. mapping.Entries.Select(e =>
                        KeyValuePair.Create(e.Key == from ? to : e.Key, Rename(e.Value, from, to))
                    ),
                ],
            },
            DraftList list => list with { Items = [.. list.Items.Select(i => Rename(i, from, to))] },
            _ => draft,
        };
}
