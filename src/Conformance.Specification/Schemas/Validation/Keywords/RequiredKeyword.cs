using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>required</c>: an object has these properties.</summary>
internal sealed class RequiredKeyword : SchemaKeyword
{
    private readonly ImmutableArray<string> names;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    /// <param name="names">The required names.</param>
    public RequiredKeyword(KeywordContext context, ImmutableArray<string> names)
        : base(context.Name, context.Pointer) => this.names = names;

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        var members = new JsonMembers(instance, names.Length);
        foreach (var name in names)
        {
            if (members.TryGet(name, out _))
            {
                continue;
            }

            valid = false;
            if (!evaluation.MayStop)
            {
                evaluation.Path.Push(name);
                evaluation.Fail(Name, Pointer, $"the property '{JsonText.Shorten(name)}'", "nothing");
                evaluation.Path.Pop();
            }
        }

        return valid;
    }
}
