using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>uniqueItems</c>: no two elements are equal.</summary>
internal sealed class UniqueItemsKeyword : SchemaKeyword
{
    private UniqueItemsKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) { }

    /// <summary>Compiles the keyword; null when it is false.</summary>
    /// <param name="context">The keyword.</param>
    public static UniqueItemsKeyword? Create(KeywordContext context) =>
        context.Value.ValueKind switch
        {
            JsonValueKind.True => new UniqueItemsKeyword(context),
            JsonValueKind.False => null,
            _ => throw KeywordContext.Invalid("'uniqueItems' needs true or false"),
        };

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array || instance.GetArrayLength() < 2)
        {
            return true;
        }

        var seen = new Dictionary<JsonElement, int>(JsonEquality.Comparer);
        var index = 0;
        foreach (var element in instance.EnumerateArray())
        {
            if (!seen.TryAdd(element, index))
            {
                var twins = string.Create(
                    CultureInfo.InvariantCulture,
                    $"elements {seen[element]} and {index} are equal"
                );
                return evaluation.Fail(Name, Pointer, "elements that differ", twins);
            }

            index++;
        }

        return true;
    }
}
