using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>enum</c> and <c>const</c>: the value equals one of these, type and all.</summary>
internal sealed class EnumKeyword : SchemaKeyword
{
    private readonly ImmutableArray<JsonElement> values;
    private readonly string expected;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public EnumKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        if (context.Name == "const")
        {
            values = [context.Value];
        }
        else
        {
            context.Expect(JsonValueKind.Array, "a list of values");
            values = [.. context.Value.EnumerateArray()];
        }

        expected =
            (values.Length == 1 ? "" : "one of ")
            + string.Join(", ", values.Take(20).Select(JsonText.Show))
            + (values.Length > 20 ? ", …" : "");
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        foreach (var value in values)
        {
            if (JsonEquality.AreEqual(value, instance))
            {
                return true;
            }
        }

        return evaluation.Fail(this, expected, instance);
    }
}
