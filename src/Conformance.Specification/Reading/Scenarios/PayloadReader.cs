using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Reading.Inference;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>Payloads of scenarios; the fields that phrases name are looked up in the request's schema.</summary>
internal sealed class PayloadReader(ReadingContext context, FieldSearch fields, SchemaNode? body)
{
    public PayloadExpression? Read(YamlNode node)
    {
        if (node is not YamlScalar scalar)
        {
            return Unquoted(node) ? null : Literal(node);
        }

        var text = new Located<string>(scalar.Text, scalar.Location);
        var clauses = PayloadPhrase.Parse(scalar.Text);
        if (!clauses.IsUnderstood)
        {
            NotUnderstood(text, "a payload", clauses.Accepted);
            return null;
        }

        return new PayloadExpression(text, Edits(clauses.Value, text), null);
    }

    /// <summary>The edits that clauses stand for, as far as their fields are found.</summary>
    public ImmutableArray<PayloadEdit> Edits(ImmutableArray<PayloadClause> clauses, Located<string> text) =>
        [.. clauses.Select(clause => Edit(clause, text)).OfType<PayloadEdit>()];

    public void NotUnderstood(Located<string> text, string what, string accepted) =>
        context.Diagnostics.Report(
            LoaderRules.Phrase,
            text.Location,
            $"{what} cannot be read: \"{text.Value}\"",
            accepted,
            text.Value,
            "write it in one of the accepted forms"
        );

    private PayloadEdit? Edit(PayloadClause clause, Located<string> text)
    {
        var path = body is null ? clause.Name : Resolve(clause.Name, text, body);
        return path is null ? null
            : clause.Value is { } value ? new PayloadEdit.With(path, value)
            : new PayloadEdit.Without(path);
    }

    private string? Resolve(string name, Located<string> text, SchemaNode schema)
    {
        var candidates = fields.Find(schema, name);
        switch (candidates.Count)
        {
            case 1:
                return candidates[0];
            case 0:
                context.Unresolved(text.Location, "field", name, [.. fields.Fields(schema)]);
                return null;
            default:
                context.Diagnostics.Report(
                    LoaderRules.Reference,
                    text.Location,
                    $"'{name}' may mean {candidates.Count} fields",
                    "one of " + string.Join(", ", candidates),
                    name,
                    $"write the path, for example '{candidates[0]}'"
                );
                return null;
        }
    }

    private static PayloadExpression Literal(YamlNode node)
    {
        var json = YamlJson.Located(node);
        return new PayloadExpression(new Located<string>(json.Value.GetRawText(), node.Location), [], json);
    }

    /// <summary><c>{order without customer_id}</c> without quotes is a mapping to YAML.</summary>
    public static bool IsUnquoted(YamlNode node) =>
        node is YamlMapping { IsFlow: true, Entries: [{ Value: YamlScalar } only] }
        && only.Key.Text.Contains(' ', StringComparison.Ordinal);

    private bool Unquoted(YamlNode node)
    {
        if (!IsUnquoted(node) || node is not YamlMapping { Entries: [{ Value: YamlScalar value } only] })
        {
            return false;
        }

        var meant = value.IsNull ? $"{{{only.Key.Text}}}" : $"{{{only.Key.Text}: {value.Text}}}";
        var place = node.Location;
        context.Diagnostics.Add(
            new Diagnostic(
                LoaderRules.Phrase.Id,
                LoaderRules.Phrase.Severity,
                "a payload phrase needs quotes, for braces start a mapping in YAML",
                place
            )
            {
                Expected = $"\"{meant}\"",
                Actual = meant,
                Fix = $"write \"{meant}\"",
                Edit = place.Line == place.EndLine ? new TextEdit(place, $"\"{meant}\"") : null,
            }
        );
        return true;
    }
}
