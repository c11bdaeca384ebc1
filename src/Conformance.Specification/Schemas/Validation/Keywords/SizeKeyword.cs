using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>minItems</c>, <c>maxItems</c>, <c>minProperties</c> and <c>maxProperties</c>.</summary>
internal sealed class SizeKeyword : SchemaKeyword
{
    private readonly int limit;
    private readonly bool isMinimum;
    private readonly bool isOfArray;
    private readonly string expected;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public SizeKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        limit = context.Count();
        isMinimum = context.Name.StartsWith("min", StringComparison.Ordinal);
        isOfArray = context.Name.EndsWith("Items", StringComparison.Ordinal);
        expected = JsonText.Plural(
            isMinimum ? "at least" : "at most",
            limit,
            isOfArray ? "element" : "property",
            isOfArray ? "elements" : "properties"
        );
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        int? size = instance.ValueKind switch
        {
            JsonValueKind.Array when isOfArray => instance.GetArrayLength(),
            JsonValueKind.Object when !isOfArray => instance.GetPropertyCount(),
            _ => null,
        };
        return size is null || (isMinimum ? size >= limit : size <= limit) || evaluation.Fail(this, expected, instance);
    }
}
