using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Rules;

/// <summary>Examples and defaults are valid by the schema they illustrate.</summary>
internal sealed class ExamplesFitTheirSchemas()
    : LintRule(
        "HTP-104",
        Severity.Error,
        "An example violates its own schema",
        "Either the example or the constraint is wrong, and people copy examples.",
        "correct the example, or the constraint"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        // Each example has a schema of its own to compile: the rule that costs most in a large specification.
        var examples = Examples(specification).DistinctBy(e => (e.Value.Location, e.Schema.Location)).ToArray();
        var found = new Diagnostic[examples.Length][];
        Parallel.For(
            0,
            found.Length,
            i => found[i] = [.. Violations(examples[i].Schema, examples[i].Value, specification)]
        );
        return found.SelectMany(f => f);
    }

    private static IEnumerable<(SchemaNode Schema, Located<JsonElement> Value)> Examples(
        IntegrationSpecification specification
    )
    {
        // What was inferred from an example fits it by construction.
        foreach (var place in SchemaPlace.All(specification).Where(p => !p.Schema.InferredFromExample))
        {
            foreach (var example in place.Schema.Examples)
            {
                yield return (place.Schema, example);
            }

            if (place.Schema.Default is { } value)
            {
                yield return (place.Schema, new Located<JsonElement>(value, place.Schema.LocationOf("default")));
            }
        }

        foreach (var endpoint in specification.Endpoints)
        {
            if (endpoint.Request is { Example: { } request, Schema.InferredFromExample: false } body)
            {
                yield return (body.Schema, request);
            }

            foreach (var response in endpoint.Responses)
            {
                if (response is { Example: { } example, Schema: { InferredFromExample: false } schema })
                {
                    yield return (schema, example);
                }
            }
        }
    }

    private IEnumerable<Diagnostic> Violations(
        SchemaNode schema,
        Located<JsonElement> example,
        IntegrationSpecification specification
    )
    {
        var contract = ContractSchema.Create(schema, specification);
        if (contract.Problems.Any(p => p.Severity == Severity.Error))
        {
            yield break;
        }

        var standard = specification.ErrorFormat?.Schema;
        foreach (var violation in contract.Validate(example.Value).Where(v => !v.IsUndecided))
        {
            // A standard field that an error example lacks is said once for all of them (ERR-104).
            if (violation.Keyword == "required" && standard is not null && IsOf(standard, violation.Rule))
            {
                continue;
            }

            var where = violation.Path.Length == 0 ? "the example" : $"'{violation.Path}' of the example";
            yield return Finding(
                example.Location,
                $"{where} violates its own schema: expected {violation.Expected}, was {violation.Actual}",
                violation.Expected,
                violation.Actual,
                related: new RelatedLocation($"the rule ({violation.Keyword})", violation.Rule)
            );
        }
    }

    private static bool IsOf(SchemaNode standard, SourceLocation rule) =>
        standard.Properties.Any(p => p.Required == rule || p.Name.Location == rule || IsOf(p.Schema, rule))
        || standard.Location == rule;
}
