using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>prefixItems</c>, and <c>items</c> as a list: what the first elements must be, by position.</summary>
internal sealed class PrefixItemsKeyword : SchemaKeyword
{
    private readonly ImmutableArray<CompiledSchema> schemas;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public PrefixItemsKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => schemas = context.Schemas();

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var valid = true;
        var count = Math.Min(schemas.Length, instance.GetArrayLength());
        for (var i = 0; i < count; i++)
        {
            evaluation.Path.Push(i);
            valid &= schemas[i].Evaluate(instance[i], evaluation, null);
            evaluation.Path.Pop();
        }

        evaluated?.AddFirstItems(count);
        return valid;
    }
}
