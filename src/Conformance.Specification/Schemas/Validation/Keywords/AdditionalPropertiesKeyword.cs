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
            var match = names.Contains(name) ? PatternMatch.Matches : MatchOf(name, evaluation);
            if (match == PatternMatch.Matches)
            {
                continue;
            }

            evaluation.Path.Push(name);
            valid &= EvaluateProperty(match, name, property.Value, evaluation);
            evaluation.Path.Pop();
            evaluated?.AddProperty(name);
        }

        return valid;
    }

    // patternProperties reports a name that could not be decided.
    private bool EvaluateProperty(PatternMatch match, string name, JsonElement value, Evaluation evaluation) =>
        match == PatternMatch.Undecided ? false
        : schema.IsNever ? Refuse(name, evaluation)
        : schema.Evaluate(value, evaluation, null);

    private PatternMatch MatchOf(string name, Evaluation evaluation)
    {
        var match = PatternMatch.DoesNotMatch;
        foreach (var pattern in patterns)
        {
            switch (evaluation.Match(pattern, name))
            {
                case PatternMatch.Matches:
                    return PatternMatch.Matches;
                case PatternMatch.Undecided:
                    match = PatternMatch.Undecided;
                    break;
            }
        }

        return match;
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
