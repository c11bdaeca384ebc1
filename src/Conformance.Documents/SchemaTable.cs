using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents;

/// <summary>A schema as a table: one line a field, nested ones by their path.</summary>
internal static class SchemaTable
{
    private const int Deepest = 8;

    public static void Write(MarkdownText text, SchemaNode schema)
    {
        var rows = Rows(schema, "", true, 0).ToList();
        if (rows.Count == 0)
        {
            text.Block(TypeOf(schema) + Also(Constraints(schema)));
            return;
        }

        text.Table(["Field", "Type", "Required", "Constraints", "Description", "Example"], rows);
        if (Alternatives(schema) is { Length: > 0 } alternatives)
        {
            text.Block(alternatives);
        }
    }

    /// <summary>The type in a reader's words; a data model is a link to its section.</summary>
    public static string TypeOf(SchemaNode schema)
    {
        if (schema.Reference is { } model)
        {
            return $"[{MarkdownText.Inline(model.Value)}](#{Anchor(model.Value)})";
        }

        if (schema is { Items: { } items, Types: JsonTypes.Array or JsonTypes.Any })
        {
            return $"list of {TypeOf(items)}";
        }

        var types = Enum.GetValues<JsonTypes>().Where(t => t is not JsonTypes.Any && schema.Types.HasFlag(t));
        var names = string.Join(" or ", types.Select(t => t.ToString().ToLowerInvariant()));
        return names.Length > 0 ? names : "any";
    }

    /// <summary>The anchor of a data model.</summary>
    public static string Anchor(string model) => "model-" + model.ToLowerInvariant();

    /// <summary>What the value is bounded by, in a reader's words.</summary>
    public static string Constraints(SchemaNode schema) => string.Join("; ", Parts(schema));

    private static IEnumerable<IReadOnlyList<string?>> Rows(SchemaNode schema, string path, bool isRoot, int depth)
    {
        if (depth > Deepest)
        {
            yield break;
        }

        if (!isRoot && schema.Items is { Reference: null, Properties.Length: > 0 } element)
        {
            foreach (var row in Rows(element, path + "[]", false, depth + 1))
            {
                yield return row;
            }
        }

        foreach (var property in schema.Properties)
        {
            var name = path.Length == 0 ? property.Name.Value : $"{path}.{property.Name.Value}";
            yield return Row(name, property.Schema, property.IsRequired);
            if (property.Schema.Reference is null)
            {
                foreach (var row in Rows(property.Schema, name, false, depth + 1))
                {
                    yield return row;
                }
            }
        }

        if (isRoot && schema.Items is { } items)
        {
            foreach (var row in Rows(items, "[]", false, depth + 1))
            {
                yield return row;
            }
        }
    }

    private static string?[] Row(string name, SchemaNode schema, bool isRequired) =>
        [
            MarkdownText.Value(name),
            TypeOf(schema),
            isRequired ? "yes" : "no",
            Constraints(schema),
            MarkdownText.Inline(schema.Description),
            schema.Examples is [var example, ..] ? MarkdownText.Value(example.Value.GetRawText()) : "",
        ];

    private static IEnumerable<string> Parts(SchemaNode s)
    {
        foreach (
            var part in new[]
            {
                s.Const is { } only ? $"always {MarkdownText.Value(only.GetRawText())}" : null,
                s.Enum.IsEmpty
                    ? null
                    : "one of " + string.Join(", ", s.Enum.Select(v => MarkdownText.Value(v.GetRawText()))),
                s.Format is null ? null : $"format {MarkdownText.Value(s.Format)}",
                Range(s.MinLength, s.MaxLength, "characters"),
                s.Pattern is null ? null : $"matches {MarkdownText.Value(s.Pattern)}",
                Range(s.Minimum, s.Maximum, ""),
                s.ExclusiveMinimum is { } above ? $"above {Number(above)}" : null,
                s.ExclusiveMaximum is { } below ? $"below {Number(below)}" : null,
                s.MultipleOf is { } step ? $"a multiple of {Number(step)}" : null,
                Range(s.MinItems, s.MaxItems, "elements"),
                s.UniqueItems ? "no element twice" : null,
                Range(s.MinProperties, s.MaxProperties, "fields"),
                s.AdditionalPropertiesAllowed is false ? "no other fields" : null,
                s.Default is { } value ? $"default {MarkdownText.Value(value.GetRawText())}" : null,
                s.ReadOnly ? "set by the provider" : null,
                s.WriteOnly ? "never sent back" : null,
                s.Deprecated ? "deprecated" : null,
            }
        )
        {
            if (part is not null)
            {
                yield return part;
            }
        }
    }

    private static string? Range(decimal? least, decimal? most, string unit)
    {
        var range =
            least is null && most is null ? null
            : least is null ? $"at most {Number(most!.Value)}"
            : most is null ? $"at least {Number(least.Value)}"
            : least == most ? $"exactly {Number(least.Value)}"
            : $"{Number(least.Value)} to {Number(most.Value)}";
        return range is null || unit.Length == 0 ? range : $"{range} {unit}";
    }

    private static string Alternatives(SchemaNode schema) =>
        string.Join(
            "\n\n",
            new (string Words, int Count)[]
            {
                ("exactly one", schema.OneOf.Length),
                ("at least one", schema.AnyOf.Length),
                ("all", schema.AllOf.Length),
            }
                .Where(a => a.Count > 0)
                .Select(a =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"In addition {a.Words} of {a.Count} further schemas must hold."
                    )
                )
        );

    private static string Also(string constraints) => constraints.Length == 0 ? "" : $"; {constraints}";

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
