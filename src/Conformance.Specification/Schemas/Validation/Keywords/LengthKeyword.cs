using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>minLength</c> and <c>maxLength</c>, in code points.</summary>
internal sealed class LengthKeyword : SchemaKeyword
{
    private readonly int limit;
    private readonly bool isMinimum;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public LengthKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        limit = context.Count();
        isMinimum = context.Name == "minLength";
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        var length = JsonText.LengthOf(instance);
        return (isMinimum ? length >= limit : length <= limit)
            || evaluation.MayStop is false && Fail(instance, evaluation, length);
    }

    private bool Fail(JsonElement instance, Evaluation evaluation, int length) =>
        evaluation.Fail(
            Name,
            Pointer,
            JsonText.Plural(isMinimum ? "at least" : "at most", limit, "character", "characters"),
            $"{JsonText.Describe(instance)} ({JsonText.Plural("", length, "character", "characters").Trim()})"
        );
}
