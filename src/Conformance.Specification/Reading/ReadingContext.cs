using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>What the readers of all sections share: where findings go, and which names may be referred to.</summary>
internal sealed class ReadingContext(DiagnosticBag diagnostics, ImmutableHashSet<string> dataModels)
{
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The names under <c>data_models</c>.</summary>
    public ImmutableHashSet<string> DataModels { get; } = dataModels;

    public MappingReader? Mapping(YamlNode node, string what)
    {
        if (node is YamlMapping mapping)
        {
            return new MappingReader(mapping, what, this);
        }

        WrongType(node, what, "a mapping (key: value)");
        return null;
    }

    /// <summary>A text; numbers and truth values are taken as they are written.</summary>
    public Located<string>? Text(YamlNode node, string what)
    {
        if (node is YamlScalar { IsNull: false } scalar)
        {
            return new Located<string>(scalar.Text, scalar.Location);
        }

        var quoted = InQuotes(node);
        WrongType(node, what, "a text", quoted is null ? null : $"put it in quotes: {quoted}", quoted);
        return null;
    }

    public Located<int>? Integer(YamlNode node, string what)
    {
        if (
            node is YamlScalar { IsPlain: true } scalar
            && CoreSchema.TryDecimal(scalar.Text, out var value)
            && decimal.IsInteger(value)
            && value is >= int.MinValue and <= int.MaxValue
        )
        {
            return new Located<int>((int)value, scalar.Location);
        }

        var bare = BareNumber(node);
        WrongType(node, what, "a whole number", bare is null ? null : $"write {bare} without quotes", bare);
        return null;
    }

    public Located<decimal>? Number(YamlNode node, string what)
    {
        if (node is YamlScalar { IsPlain: true } scalar && CoreSchema.TryDecimal(scalar.Text, out var value))
        {
            return new Located<decimal>(value, scalar.Location);
        }

        var bare = BareNumber(node);
        WrongType(node, what, "a number", bare is null ? null : $"write {bare} without quotes", bare);
        return null;
    }

    public bool? Boolean(YamlNode node, string what)
    {
        if (node is YamlScalar { IsPlain: true } scalar && CoreSchema.Boolean(scalar.Text) is { } value)
        {
            return value;
        }

        WrongType(node, what, "true or false");
        return null;
    }

    public void WrongType(YamlNode node, string what, string expected, string? fix = null) =>
        WrongType(node, what, expected, fix, null);

    /// <summary>The same with a safe repair: the value as it should have been written.</summary>
    private void WrongType(YamlNode node, string what, string expected, string? fix, string? rewritten) =>
        Diagnostics.Add(
            new Diagnostic(
                LoaderRules.WrongType.Id,
                LoaderRules.WrongType.Severity,
                $"{what} must be {expected}, not {node.Describe()}",
                node.Location
            )
            {
                Expected = expected,
                Actual = node.Describe(),
                Fix = fix,
                Edit =
                    rewritten is not null && node.Location.Line == node.Location.EndLine
                        ? new TextEdit(node.Location, rewritten)
                        : null,
            }
        );

    public void Quantity(YamlNode node, string what, string accepted) =>
        Diagnostics.Report(
            LoaderRules.Quantity,
            node.Location,
            $"{what} cannot be read: {node.Describe()}",
            accepted,
            node.Describe(),
            "write it in one of the accepted forms"
        );

    public void Unresolved(SourceLocation location, string what, string name, IReadOnlyCollection<string> known)
    {
        var near = NearestWord.Among(known, name);
        Diagnostics.Report(
            LoaderRules.Reference,
            location,
            $"unresolved reference: there is no {what} '{name}'",
            known.Count == 0 ? null : "one of " + Listing.Of(known),
            name,
            near is null ? null : $"did you mean '{near}'?"
        );
    }

    /// <summary><c>{CLIENT_ID}</c> without quotes is a mapping to YAML, which is never what was meant.</summary>
    /// <summary>A payload phrase without quotes is a mapping in braces; this is the phrase that was meant.</summary>
    private static string? InQuotes(YamlNode node) =>
        node is YamlMapping { IsFlow: true, Entries: [{ Value: YamlScalar value } only] }
            ? $"\"{{{only.Key.Text}{(value.Text.Length == 0 ? "" : ": " + value.Text)}}}\""
            : null;

    private static string? BareNumber(YamlNode node) =>
        node is YamlScalar { IsPlain: false } scalar && CoreSchema.IsNumber(scalar.Text) ? scalar.Text : null;
}
