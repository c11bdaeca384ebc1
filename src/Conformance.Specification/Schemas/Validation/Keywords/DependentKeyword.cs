using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>dependentRequired</c>, <c>dependentSchemas</c> and the older <c>dependencies</c>, which is both.</summary>
internal sealed class DependentKeyword : SchemaKeyword
{
    private readonly ImmutableArray<(string Name, SchemaKeyword Required)> names;
    private readonly ImmutableArray<(string Name, CompiledSchema Schema)> schemas;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public DependentKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        context.Expect(JsonValueKind.Object, "an object");
        var members = context.Value.EnumerateObject().ToLookup(member => IsListOfNames(context, member.Value));
        names =
        [
            .. members[true]
                .Select(member =>
                    (member.Name, (SchemaKeyword)new RequiredKeyword(context, context.Texts(member.Value)))
                ),
        ];
        schemas =
        [
            .. members[false]
                .Select(member => (member.Name, context.Subschema("/" + JsonPath.Escape(member.Name), member.Value))),
        ];
    }

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace => schemas.Select(entry => entry.Schema);

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var (name, required) in names)
        {
            valid &= !instance.TryGetProperty(name, out _) || required.Evaluate(instance, evaluation, evaluated);
        }

        foreach (var (name, schema) in schemas)
        {
            valid &= !instance.TryGetProperty(name, out _) || schema.Evaluate(instance, evaluation, evaluated);
        }

        return valid;
    }

    private static bool IsListOfNames(KeywordContext context, JsonElement value) =>
        context.Name == "dependentRequired"
        || (context.Name == "dependencies" && value.ValueKind == JsonValueKind.Array);
}
