using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>propertyNames</c>: what the names of properties must be.</summary>
internal sealed class PropertyNamesKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public PropertyNamesKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => schema = context.Schema();

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            evaluation.Path.Push(name);
            valid &= schema.Evaluate(JsonSerializer.SerializeToElement(name), evaluation, null);
            evaluation.Path.Pop();
        }

        return valid;
    }
}
