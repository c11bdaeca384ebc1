using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>: how many elements must be like this.</summary>
internal sealed class ContainsKeyword : SchemaKeyword
{
    private readonly CompiledSchema schema;
    private readonly KeywordContext? minimum;
    private readonly KeywordContext? maximum;
    private readonly int least;
    private readonly int most;
    private readonly bool marks;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public ContainsKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        schema = context.Schema();
        var hasBounds = context.Dialect is { Draft: >= SchemaDraft.Draft201909, HasValidation: true };
        minimum = hasBounds ? context.Sibling("minContains") : null;
        maximum = hasBounds ? context.Sibling("maxContains") : null;
        least = minimum?.Count() ?? 1;
        most = maximum?.Count() ?? int.MaxValue;
        marks = context.Dialect.Draft == SchemaDraft.Draft202012;
    }

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var count = 0;
        var index = 0;
        foreach (var element in instance.EnumerateArray())
        {
            if (evaluation.IsValid(schema, element, null))
            {
                count++;
                if (marks)
                {
                    evaluated?.AddItem(index);
                }
            }

            index++;
        }

        return Judge(count, evaluation);
    }

    private bool Judge(int count, Evaluation evaluation)
    {
        if (count >= least && count <= most)
        {
            return true;
        }

        var bound = count < least ? minimum : maximum;
        return evaluation.Fail(
            bound?.Name ?? Name,
            bound?.Pointer ?? Pointer,
            count < least
                ? JsonText.Plural("at least", least, "element of the kind described", "elements of the kind described")
                : JsonText.Plural("at most", most, "element of the kind described", "elements of the kind described"),
            JsonText.Plural("", count, "such element", "such elements").Trim()
        );
    }
}
