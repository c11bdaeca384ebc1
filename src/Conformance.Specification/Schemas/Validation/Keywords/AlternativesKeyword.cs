using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Validation.Keywords;

/// <summary><c>anyOf</c> and <c>oneOf</c>: at least one, or exactly one, of these holds.</summary>
internal sealed class AlternativesKeyword : SchemaKeyword
{
    private readonly ImmutableArray<CompiledSchema> schemas;
    private readonly bool exactlyOne;

    /// <summary>Compiles the keyword.</summary>
    /// <param name="context">The keyword.</param>
    public AlternativesKeyword(KeywordContext context)
        : base(context.Name, context.Pointer)
    {
        schemas = context.Schemas();
        exactlyOne = context.Name == "oneOf";
    }

    /// <inheritdoc />
    public override IEnumerable<CompiledSchema> InPlace => schemas;

    /// <inheritdoc />
    public override bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        var holding = new List<int>(1);
        for (var i = 0; i < schemas.Length; i++)
        {
            if (evaluation.IsValid(schemas[i], instance, evaluated))
            {
                holding.Add(i + 1);
            }

            if (exactlyOne ? holding.Count > 1 : holding.Count == 1 && evaluated is null)
            {
                break;
            }
        }

        return (exactlyOne ? holding.Count == 1 : holding.Count > 0) || Fail(instance, evaluation, holding);
    }

    private bool Fail(JsonElement instance, Evaluation evaluation, List<int> holding)
    {
        if (evaluation.MayStop)
        {
            return false;
        }

        var expected = JsonText.Plural(
            exactlyOne ? "exactly one of" : "one of",
            schemas.Length,
            "alternative",
            "alternatives"
        );
        if (holding.Count > 0)
        {
            var several = $"{JsonText.Describe(instance)}, to which alternatives {string.Join(" and ", holding)} apply";
            return evaluation.Fail(Name, Pointer, expected, several);
        }

        var causes = schemas.Select(schema => evaluation.Probe(schema, instance)).OrderBy(Distance).FirstOrDefault([]);
        return evaluation.Fail(Name, Pointer, expected, JsonText.Describe(instance), causes);
    }

    // An alternative of another type, or for another constant, is not what was meant.
    private static int Distance(ImmutableArray<SchemaViolation> violations) =>
        violations.Length
        + (violations.Any(violation => violation.Keyword is "type" or "const" or "enum" or "required") ? 1000 : 0);
}
