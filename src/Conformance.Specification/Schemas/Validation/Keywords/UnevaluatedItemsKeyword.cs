using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>unevaluatedItems</c>: what elements must be that no other keyword has looked at.</summary>
internal sealed class UnevaluatedItemsKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public UnevaluatedItemsKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => schema = context.Schema();

    /// <inheritdoc />
    public override bool ComesLast => true;

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var valid = true;
        var index = 0;
        foreach (var element in instance.EnumerateArray())
        {
            if (!evaluated!.HasItem(index))
            {
                evaluation.Path.Push(index);
                valid &= schema.IsNever
                    ? evaluation.Fail(this, "no further element", element)
                    : schema.Evaluate(element, evaluation, null);
                evaluation.Path.Pop();
            }

            index++;
        }

        evaluated!.AddFirstItems(int.MaxValue);
        return valid;
    }
}
