using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>items</c> and <c>additionalItems</c>: what all elements from some index on must be.</summary>
internal sealed class ItemsKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;
    private readonly int start;

    private ItemsKeyword(KeywordContext context, int start)
        : base(context.Name, context.Pointer)
    {
        schema = context.Schema();
        this.start = start;
    }

    /// <summary>Compiles <c>items</c>, which is a list up to 2019-09.</summary>
    /// <param name="context">The keyword.</param>
    public static SchemaKeyword Create(KeywordContext context)
    {
        if (context.Dialect.Draft < SchemaDraft.Draft202012)
        {
            return context.Value.ValueKind == JsonValueKind.Array
                ? new PrefixItemsKeyword(context)
                : new ItemsKeyword(context, 0);
        }

        var prefix = context.Sibling("prefixItems")?.Value;
        return new ItemsKeyword(context, prefix?.ValueKind == JsonValueKind.Array ? prefix.Value.GetArrayLength() : 0);
    }

    /// <summary>Compiles <c>additionalItems</c>, which says nothing unless <c>items</c> is a list.</summary>
    /// <param name="context">The keyword.</param>
    public static SchemaKeyword? CreateAdditional(KeywordContext context) =>
        context.Sibling("items") is { Value: { ValueKind: JsonValueKind.Array } items }
            ? new ItemsKeyword(context, items.GetArrayLength())
            : null;

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
            if (index >= start)
            {
                evaluation.Path.Push(index);
                valid &= schema.Evaluate(element, evaluation, null);
                evaluation.Path.Pop();
                if (!valid && evaluation.MayStop)
                {
                    break;
                }
            }

            index++;
        }

        evaluated?.AddFirstItems(int.MaxValue);
        return valid;
    }
}
