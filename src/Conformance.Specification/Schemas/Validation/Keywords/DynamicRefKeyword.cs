using System.Text.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>$dynamicRef</c> and <c>$recursiveRef</c>: what the outermost schema resource of this validation calls
/// by that name holds.</summary>
internal sealed class DynamicRefKeyword : SchemaKeyword
{
    private readonly CompiledSchema target;
    private readonly string? anchor;
    private readonly IReadOnlyDictionary<(SchemaResource Resource, string Anchor), CompiledSchema> anchors;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public DynamicRefKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        var place = RefKeyword.Resolve(context);
        target = context.Compiler.Compile(place);
        anchors = context.Compiler.DynamicAnchors;
        var name = Name == "$recursiveRef" ? SchemaIndex.RecursiveAnchor : SchemaIndex.Split(context.Text()).Fragment;
        var isDynamic =
            context.Compiler.Index.DynamicAnchors.TryGetValue((place.Resource, name), out var anchored)
            && anchored.Key == place.Key;
        anchor = isDynamic ? name : null;
    }

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace => [target];

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated) =>
        Target(evaluation).Evaluate(instance, evaluation, evaluated);

    private CompiledSchema Target(Evaluation evaluation)
    {
        if (anchor is not null)
        {
            foreach (var resource in evaluation.Scope)
            {
                if (anchors.TryGetValue((resource, anchor), out var outermost))
                {
                    return outermost;
                }
            }
        }

        return target;
    }
}
