using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>patternProperties</c>: what properties must be whose names match a pattern.</summary>
internal sealed class PatternPropertiesKeyword : SchemaKeyword
{
    private readonly ImmutableArray<(EcmaPattern Pattern, CompiledSchema Schema)> patterns;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public PatternPropertiesKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) =>
        patterns = [.. context.SchemaMap().Select(entry => (KeywordContext.Pattern(entry.Key), entry.Value))];

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
            evaluation.Path.Push(name);
            foreach (var (pattern, schema) in patterns)
            {
                var match = evaluation.Match(pattern, name);
                valid &= EvaluateProperty(match, schema, property.Value, evaluation);
                if (match == PatternMatch.Matches)
                {
                    evaluated?.AddProperty(name);
                }
            }

            evaluation.Path.Pop();
        }

        return valid;
    }

    private bool EvaluateProperty(
        PatternMatch match,
        CompiledSchema schema,
        JsonElement value,
        Evaluation evaluation
    ) =>
        match switch
        {
            PatternMatch.DoesNotMatch => true,
            PatternMatch.Matches => schema.Evaluate(value, evaluation, null),
            _ => evaluation.FailUndecided(this, "a name that can be matched", "a name"),
        };
}
