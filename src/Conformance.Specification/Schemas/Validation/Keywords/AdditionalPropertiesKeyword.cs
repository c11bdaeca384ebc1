using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>additionalProperties</c>: what all other properties must be.</summary>
internal sealed class AdditionalPropertiesKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;
    private readonly FrozenSet<string> names;
    private readonly ImmutableArray<EcmaPattern> patterns;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public AdditionalPropertiesKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        schema = context.Schema();
        names = NamesOf(context.Sibling("properties")).ToFrozenSet(StringComparer.Ordinal);
        patterns = [.. NamesOf(context.Sibling("patternProperties")).Select(KeywordContext.Pattern)];
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            if (names.Contains(name) || patterns.Any(pattern => pattern.IsMatch(name)))
            {
                continue;
            }

            evaluation.Path.Push(name);
            valid &= schema.IsNever ? Refuse(name, evaluation) : schema.Evaluate(property.Value, evaluation, null);
            evaluation.Path.Pop();
            evaluated?.AddProperty(name);
        }

        return valid;
    }

    private bool Refuse(string name, Evaluation evaluation) =>
        !evaluation.MayStop
        && evaluation.Fail(
            Name,
            Pointer,
            names.Count == 0
                ? "no property of this name"
                : $"only {string.Join(", ", names.Order(StringComparer.Ordinal))}",
            $"the property '{JsonText.Shorten(name)}'"
        );

    private static IEnumerable<string> NamesOf(KeywordContext? keyword) =>
        keyword?.Value.ValueKind == JsonValueKind.Object
            ? keyword.Value.EnumerateObject().Select(member => member.Name)
            : [];
}
