using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>format</c>, checked strictly.</summary>
internal sealed class FormatKeyword : SchemaKeyword
{
    private readonly SchemaFormat format;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    /// <param name="format">The format.</param>
    public FormatKeyword(KeywordContext context, SchemaFormat format)
        : base(context.Name, context.Pointer) => this.format = format;

    /// <summary>Compiles the keyword; null when it asserts nothing.</summary>
    /// <param name="context">The keyword.</param>
    public static FormatKeyword? Create(KeywordContext context)
    {
        var name = context.Text();
        if (!context.Dialect.AssertsFormat)
        {
            return null;
        }

        var format =
            SchemaFormats.Find(name)
            ?? throw new InvalidKeywordException(
                SchemaProblemKind.UnknownFormat,
                $"the format '{JsonText.Shorten(name)}' is not checked; the checked ones are {string.Join(", ", SchemaFormats.Names)}"
            );
        return format.IsAnnotation ? null : new FormatKeyword(context, format);
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        var valid = instance.ValueKind switch
        {
            JsonValueKind.String => format.Text?.Invoke(JsonText.Of(instance)) ?? true,
            JsonValueKind.Number => format.Number?.Invoke(JsonNumber.Of(instance)) ?? true,
            _ => true,
        };
        return valid || evaluation.Fail(this, format.Meaning, instance);
    }
}
