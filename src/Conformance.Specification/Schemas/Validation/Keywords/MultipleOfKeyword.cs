using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>multipleOf</c>, in exact decimal arithmetic: 19.99 is a multiple of 0.01, 1.005 is not.</summary>
internal sealed class MultipleOfKeyword : SchemaKeyword
{
    private readonly JsonNumber divisor;
    private readonly string expected;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public MultipleOfKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        divisor = context.Number();
        if (divisor.CompareTo(JsonNumber.Zero) <= 0)
        {
            throw KeywordContext.Invalid("'multipleOf' needs a number greater than zero");
        }

        expected = $"a multiple of {JsonText.Show(context.Value)}";
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated) =>
        instance.ValueKind != JsonValueKind.Number
        || JsonNumber.Of(instance).IsMultipleOf(divisor)
        || evaluation.Fail(this, expected, instance);
}
