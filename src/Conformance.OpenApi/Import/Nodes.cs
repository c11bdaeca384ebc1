using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>Short questions about nodes of a document.</summary>
internal static class Nodes
{
    /// <summary>Why a value with a <c>$ref</c> in it is left out.</summary>
    public const string ReferenceInside = "it has a $ref inside, and a value refers to nothing";

    /// <summary>The text of a key; null when it is absent or no text.</summary>
    public static string? Text(this YamlMapping mapping, string key) =>
        mapping.Find(key) is YamlScalar { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>Whether a key says true.</summary>
    public static bool IsTrue(this YamlMapping mapping, string key) =>
        mapping.Find(key) is YamlScalar { IsPlain: true } scalar && CoreSchema.Boolean(scalar.Text) == true;

    /// <summary>The entries of a mapping, without extensions.</summary>
    public static IEnumerable<YamlEntry> Entries(this YamlMapping mapping, string key) =>
        (mapping.Find(key) as YamlMapping)?.Entries.Where(e => !IsExtension(e.Key.Text)) ?? [];

    /// <summary>The items of a list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlMapping mapping, string key) =>
        (mapping.Find(key) as YamlSequence)?.Items ?? [];

    /// <summary>The schema of a parameter or header, deprecated when its owner is: the dialect says so of schemas only.</summary>
    public static Draft Deprecated(YamlMapping owner, Draft schema) =>
        schema is DraftMapping mapping && owner.IsTrue("deprecated") && mapping.Find("deprecated") is null
            ? mapping with
            {
                Entries = mapping.Entries.Add(
                    KeyValuePair.Create<string, Draft>("deprecated", new DraftScalar("true", true))
                ),
            }
            : schema;

    /// <summary>
    /// Whether a value has a <c>$ref</c> in it. In an example that is part of the value and refers to nothing, though
    /// some tools follow it; what it would lead to is not in the specification.
    /// </summary>
    public static bool HoldsReference(YamlNode value) =>
        value switch
        {
            YamlMapping mapping => mapping.Find("$ref") is YamlScalar
                || mapping.Entries.Any(e => HoldsReference(e.Value)),
            YamlSequence list => list.Items.Any(HoldsReference),
            _ => false,
        };

    /// <summary>Whether a key is an extension.</summary>
    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);
}
