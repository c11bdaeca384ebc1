using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>allOf</c>: every one of these holds.</summary>
internal sealed class AllOfKeyword : SchemaKeyword
{
    private readonly ImmutableArray<CompiledSchema> schemas;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public AllOfKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => schemas = context.Schemas();

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace => schemas;

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        var valid = true;
        foreach (var schema in schemas)
        {
            valid &= schema.Evaluate(instance, evaluation, evaluated);
        }

        return valid;
    }
}
