using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms, compared exactly.</summary>
internal sealed class BoundKeyword : SchemaKeyword
{
    private readonly JsonNumber bound;
    private readonly long? wholeBound;
    private readonly bool isMinimum;
    private readonly bool isExclusive;
    private readonly string expected;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public BoundKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        bound = context.Number();
        wholeBound = context.Value.TryGetInt64(out var whole) ? whole : null;
        isMinimum = context.Name is "minimum" or "exclusiveMinimum";

        // Draft 4: exclusiveMinimum is a flag beside minimum.
        isExclusive =
            context.Name.StartsWith("exclusive", StringComparison.Ordinal)
            || (
                context.Dialect.Draft == SchemaDraft.Draft4
                && context.Sibling(isMinimum ? "exclusiveMinimum" : "exclusiveMaximum")?.Value.ValueKind
                    == JsonValueKind.True
            );
        var relation = (isMinimum, isExclusive) switch
        {
            (true, true) => "greater than",
            (true, false) => "at least",
            (false, true) => "less than",
            (false, false) => "at most",
        };
        expected = $"{relation} {JsonText.Show(context.Value)}";
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Number)
        {
            return true;
        }

        var order =
            wholeBound is { } whole && instance.TryGetInt64(out var value)
                ? value.CompareTo(whole)
                : JsonNumber.Of(instance).CompareTo(bound);
        return (isMinimum ? order > 0 : order < 0)
            || (order == 0 && !isExclusive)
            || evaluation.Fail(this, expected, instance);
    }
}
