using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>$ref</c>: what it leads to holds.</summary>
internal sealed class RefKeyword : SchemaKeyword
{
    private readonly CompiledSchema target;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public RefKeyword(KeywordContext context)
        : base(context.Name, context.Pointer) => target = context.Compiler.Compile(Resolve(context));

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace => [target];

    /// <summary>Finds what a reference leads to.</summary>
    /// <param name="context">The keyword.</param>
    public static SchemaPlace Resolve(KeywordContext context) =>
        context.Compiler.Index.Resolve(context.Place, context.Text())
        ?? throw new InvalidKeywordException(
            SchemaProblemKind.UnresolvedReference,
            $"'{JsonText.Shorten(context.Text())}' leads to no schema"
        );

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated) =>
        target.Evaluate(instance, evaluation, evaluated);
}
