using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>unevaluatedProperties</c>: what properties must be that no other keyword has looked at.</summary>
internal sealed class UnevaluatedPropertiesKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public UnevaluatedPropertiesKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => schema = context.Schema();

    /// <inheritdoc />
    public override bool ComesLast => true;

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
            if (evaluated!.HasProperty(name))
            {
                continue;
            }

            evaluation.Path.Push(name);
            valid &= schema.IsNever
                ? evaluation.Fail(Name, Pointer, "no further property", $"the property '{JsonText.Shorten(name)}'")
                : schema.Evaluate(property.Value, evaluation, null);
            evaluation.Path.Pop();
        }

        evaluated!.AddAllProperties();
        return valid;
    }
}
