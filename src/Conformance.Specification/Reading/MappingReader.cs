using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>
/// Reads a mapping whose keys the dialect knows. Asking for a key makes it known; <see cref="End"/> reports every key
/// that nobody asked for.
/// </summary>
internal sealed class MappingReader(YamlMapping mapping, string what, ReadingContext context)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public ReadingContext Context => context;

    public YamlMapping Source => mapping;

    public SourceLocation Location => mapping.Location;

    /// <summary>The value of a key, whatever it is; null when it is absent.</summary>
    public YamlNode? Node(string key)
    {
        known.Add(key);
        return mapping.Find(key);
    }

    /// <summary>The value of a key; "nothing" counts as absent.</summary>
    public YamlNode? Value(string key) => Node(key) is { } node and not YamlScalar { IsNull: true } ? node : null;

    public Located<string>? Text(string key) => Value(key) is { } node ? context.Text(node, $"'{key}'") : null;

    /// <summary>A text that must be there.</summary>
    public Located<string>? RequiredText(string key)
    {
        if (Value(key) is { } node)
        {
            return context.Text(node, $"'{key}'");
        }

        Missing(key);
        return null;
    }

    /// <summary>A text out of a closed list; null with a finding when it is another.</summary>
    public Located<string>? Word(string key, params ImmutableArray<string> words)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (words.Contains(text.Value))
        {
            return text;
        }

        var near = NearestWord.Among(words, text.Value);
        context.Diagnostics.Report(
            LoaderRules.WrongType,
            text.Location,
            $"'{key}' cannot be '{text.Value}'",
            "one of " + string.Join(", ", words),
            text.Value,
            near is null ? null : $"did you mean '{near}'?"
        );
        return null;
    }

    public Located<int>? Integer(string key) => Value(key) is { } node ? context.Integer(node, $"'{key}'") : null;

    public Located<decimal>? Number(string key) => Value(key) is { } node ? context.Number(node, $"'{key}'") : null;

    public bool? Boolean(string key) => Value(key) is { } node ? context.Boolean(node, $"'{key}'") : null;

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public ImmutableArray<Located<string>> Texts(string key) =>
        Value(key) switch
        {
            null => [],
            YamlSequence list =>
            [
                .. list.Items.Select(item => context.Text(item, $"an entry of '{key}'")).OfType<Located<string>>(),
            ],
            { } node => context.Text(node, $"'{key}'") is { } text ? [text] : [],
        };

    public MappingReader? Mapping(string key, string kind) =>
        Value(key) is { } node ? context.Mapping(node, kind) : null;

    /// <summary>The entries of a mapping whose keys are names that the user chooses.</summary>
    public ImmutableArray<YamlEntry> Entries(string key) =>
        Value(key) switch
        {
            null => [],
            YamlMapping names => [.. Named(names)],
            { } node => Not(node, $"'{key}'", "a mapping (name: value)"),
        };

    /// <summary>The entries of a list.</summary>
    public ImmutableArray<YamlNode> Items(string key) =>
        Value(key) switch
        {
            null => [],
            YamlSequence list => list.Items,
            { } node => NotList(node, key),
        };

    /// <summary>A value in a short form; a finding lists the accepted forms when it cannot be read.</summary>
    public Located<T>? Phrase<T>(string key, Func<string, PhraseResult<T>> parse)
    {
        if (Value(key) is not { } node)
        {
            return null;
        }

        var result = node is YamlScalar scalar
            ? parse(scalar.Text)
            : PhraseResult<T>.NotUnderstood(parse("").Accepted ?? "a text");
        if (result.IsUnderstood)
        {
            return new Located<T>(result.Value, node.Location);
        }

        context.Quantity(node, $"'{key}'", result.Accepted);
        return null;
    }

    public void Missing(string key) =>
        context.Diagnostics.Report(
            LoaderRules.MissingKey,
            mapping.Location,
            $"{what} needs '{key}'",
            $"'{key}'",
            null,
            $"add '{key}:'"
        );

    /// <summary>Keys that are fine here but mean nothing to the model.</summary>
    public void Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            known.Add(key);
        }
    }

    /// <summary>Reports unknown keys.</summary>
    public void End()
    {
        foreach (var entry in mapping.Entries.Where(e => !IsAllowed(e.Key.Text)))
        {
            var near = context.Diagnostics.IsFull ? null : NearestWord.Among(known, entry.Key.Text);
            context.Diagnostics.Report(
                LoaderRules.UnknownKey,
                entry.Key.Location,
                $"unknown key '{entry.Key.Text}' in {what}",
                "one of " + Listing.Of(known),
                entry.Key.Text,
                near is null ? $"remove it, or name it 'x-{entry.Key.Text}'" : $"did you mean '{near}'?"
            );
        }
    }

    /// <summary>Entries with names of the user's; <c>addition</c> marks the mapping and is no name.</summary>
    public static IEnumerable<YamlEntry> Named(YamlMapping names) =>
        names.Entries.Where(e =>
            e is not { Key.Text: "addition", Value: YamlScalar { IsPlain: true, Text: "true" or "false" } }
        );

    private bool IsAllowed(string key) =>
        key == "addition" || key.StartsWith("x-", StringComparison.Ordinal) || known.Contains(key);

    private ImmutableArray<YamlEntry> Not(YamlNode node, string name, string expected)
    {
        context.WrongType(node, name, expected);
        return [];
    }

    private ImmutableArray<YamlNode> NotList(YamlNode node, string key)
    {
        context.WrongType(node, $"'{key}'", "a list (lines that start with '- ')");
        return [];
    }
}
