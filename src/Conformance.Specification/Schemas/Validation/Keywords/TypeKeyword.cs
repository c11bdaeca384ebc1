using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>type</c>: the value has one of these types; <c>1.0</c> is an integer from draft 6 on.</summary>
internal sealed class TypeKeyword : SchemaKeyword
{
    private static readonly (string Name, JsonTypes Type)[] Names =
    [
        ("object", JsonTypes.Object),
        ("array", JsonTypes.Array),
        ("string", JsonTypes.String),
        ("number", JsonTypes.Number),
        ("integer", JsonTypes.Integer),
        ("boolean", JsonTypes.Boolean),
        ("null", JsonTypes.Null),
    ];

    private readonly JsonTypes types;
    private readonly bool fractionlessOnly;
    private readonly string expected;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public TypeKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        var names = context.Value.ValueKind == JsonValueKind.String ? [context.Text()] : context.Texts(context.Value);
        foreach (var name in names)
        {
            var type = Names.FirstOrDefault(entry => entry.Name == name).Type;
            types |= type != JsonTypes.Any ? type : throw KeywordContext.Invalid($"'{name}' is no JSON type");
        }

        fractionlessOnly = context.Dialect.Draft == SchemaDraft.Draft4;
        expected = string.Join(" or ", names);
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated) =>
        IsOfType(instance) || evaluation.Fail(this, expected, instance);

    private bool IsOfType(JsonElement instance) =>
        instance.ValueKind switch
        {
            JsonValueKind.Object => types.HasFlag(JsonTypes.Object),
            JsonValueKind.Array => types.HasFlag(JsonTypes.Array),
            JsonValueKind.String => types.HasFlag(JsonTypes.String),
            JsonValueKind.Number => types.HasFlag(JsonTypes.Number)
                || (types.HasFlag(JsonTypes.Integer) && IsInteger(instance)),
            JsonValueKind.True or JsonValueKind.False => types.HasFlag(JsonTypes.Boolean),
            _ => types.HasFlag(JsonTypes.Null),
        };

    private bool IsInteger(JsonElement instance) =>
        instance.TryGetInt64(out _)
        || (
            JsonNumber.Of(instance).IsInteger
            && !(fractionlessOnly && instance.GetRawText().Contains('.', StringComparison.Ordinal))
        );
}
