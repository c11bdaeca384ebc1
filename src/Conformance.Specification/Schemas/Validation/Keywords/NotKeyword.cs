using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>not</c>: this does not hold.</summary>
internal sealed class NotKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public NotKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => schema = context.Schema();

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace => [schema];

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated) =>
        !evaluation.IsValid(schema, instance, null) || evaluation.Fail(this, "anything but what is excluded", instance);
}
