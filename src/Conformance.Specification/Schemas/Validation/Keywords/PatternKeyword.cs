using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>pattern</c>: the string contains a match.</summary>
internal sealed class PatternKeyword : SchemaKeyword
{
    private readonly EcmaPattern pattern;
    private readonly string expected;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public PatternKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        pattern = KeywordContext.Pattern(context.Text());
        expected = $"a match of {JsonText.Shorten(pattern.Source)}";
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        return evaluation.Match(pattern, JsonText.Of(instance)) switch
        {
            PatternMatch.Matches => true,
            PatternMatch.DoesNotMatch => evaluation.Fail(this, expected, instance),
            _ => evaluation.FailUndecided(this, expected, JsonText.Describe(instance)),
        };
    }
}
