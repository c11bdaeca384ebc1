using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>properties</c>: what the named properties must be.</summary>
internal sealed class PropertiesKeyword : SchemaKeyword
{
    private readonly ImmutableArray<KeyValuePair<string, CompiledSchema>> properties;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public PropertiesKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => properties = context.SchemaMap();

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        var members = new JsonMembers(instance, properties.Length);
        foreach (var (name, schema) in properties)
        {
            if (members.TryGet(name, out var value))
            {
                evaluation.Path.Push(name);
                valid &= schema.Evaluate(value, evaluation, null);
                evaluation.Path.Pop();
                evaluated?.AddProperty(name);
            }
        }

        return valid;
    }
}
