using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>if</c> with <c>then</c> and <c>else</c>.</summary>
internal sealed class ConditionKeyword : SchemaKeyword
{
    private readonly CompiledSchema condition;
    private readonly CompiledSchema? then;
    private readonly CompiledSchema? otherwise;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public ConditionKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        condition = context.Schema();
        then = context.Sibling("then")?.Schema();
        otherwise = context.Sibling("else")?.Schema();
    }

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace =>
        new[] { condition, then, otherwise }.OfType<CompiledSchema>();

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        var branch = evaluation.IsValid(condition, instance, evaluated) ? then : otherwise;
        return branch?.Evaluate(instance, evaluation, evaluated) ?? true;
    }
}
