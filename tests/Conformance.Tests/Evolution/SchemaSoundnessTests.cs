using System.Text.Json;
using Conformance.Evolution;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Evolution;

/// <summary>
/// No change of a schema that refuses a value escapes. The judge is the validator: every pair of schemas in a table is
/// tried with every value, and where one value shows that less (or more) is allowed, the comparison must say so.
/// </summary>
public sealed class SchemaSoundnessTests
{
    private static readonly string[] Schemas =
    [
        "{}",
        "{ type: string }",
        "{ type: [string, 'null'] }",
        "{ type: string, maxLength: 3 }",
        "{ type: string, minLength: 2, maxLength: 5 }",
        "{ type: string, pattern: '^a' }",
        "{ type: string, format: date }",
        "{ type: string, enum: [a, bb] }",
        "{ enum: [a, 1, null] }",
        "{ const: bb }",
        "{ type: integer }",
        "{ type: number }",
        "{ type: number, minimum: 1 }",
        "{ type: number, exclusiveMinimum: 1 }",
        "{ type: integer, exclusiveMinimum: 0, maximum: 5 }",
        "{ type: number, exclusiveMaximum: 5 }",
        "{ type: number, multipleOf: 0.5 }",
        "{ type: boolean }",
        "{ type: array }",
        "{ type: array, items: { type: string } }",
        "{ type: array, items: { type: integer }, minItems: 1, maxItems: 2 }",
        "{ type: array, uniqueItems: true }",
        "{ type: array, contains: { const: 1 } }",
        "{ type: array, prefixItems: [{ type: string }] }",
        "{ type: object }",
        "{ type: object, properties: { a: { type: string } } }",
        "{ type: object, required: [a], properties: { a: { type: string } } }",
        "{ type: object, properties: { a: { type: string }, b: { type: integer } }, additionalProperties: false }",
        "{ type: object, additionalProperties: { type: integer } }",
        "{ type: object, minProperties: 1, maxProperties: 1 }",
        "{ type: object, dependentRequired: { a: [b] } }",
        "{ type: object, propertyNames: { maxLength: 1 } }",
        "{ type: object, patternProperties: { '^a': { type: integer } } }",
        "{ oneOf: [{ title: s, type: string }, { title: n, type: number }] }",
        "{ anyOf: [{ title: s, type: string, maxLength: 1 }, { title: b, type: boolean }] }",
        "{ not: { type: string } }",
        "{ type: object, if: { required: [a] }, then: { required: [b] } }",
        "{ allOf: [{ type: string }, { maxLength: 3 }] }",
        "{ allOf: [{ type: object, properties: { a: { maxLength: 1 } } }, { properties: { a: { type: string } } }] }",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "1",
        "1.5",
        "2",
        "5",
        "6",
        "-1",
        "0.3",
        "\"\"",
        "\"a\"",
        "\"bb\"",
        "\"abcd\"",
        "\"zzzzzz\"",
        "\"2026-01-31\"",
        "[]",
        "[1]",
        "[\"a\"]",
        "[1,1]",
        "[1,2,3]",
        "[2]",
        "[\"a\",\"a\"]",
        "{}",
        "{\"a\":\"x\"}",
        "{\"a\":\"long\"}",
        "{\"a\":1}",
        "{\"b\":1}",
        "{\"b\":\"x\"}",
        "{\"a\":\"x\",\"b\":1}",
        "{\"zz\":1}",
        "{\"zz\":true}",
    ];

    [TestCaseSource(nameof(Schemas))]
    public void What_values_show_to_be_narrower_or_wider_is_breaking_for_whom_it_breaks(string old)
    {
        var before = Judged.Value[old];
        foreach (var now in Schemas.Where(s => s != old))
        {
            var after = Judged.Value[now];
            // By convention a new optional property is compatible, although somebody might have sent that very name before.
            if (before.Except(after).FirstOrDefault(v => !IsNewProperty(old, now, v)) is { } refused)
            {
                Breaks(Contracts.Request(old, now)).Should().BeTrue($"{refused} is refused by {now}");
            }

            if (after.Except(before).FirstOrDefault() is { } unknown)
            {
                Breaks(Contracts.Response(old, now)).Should().BeTrue($"{unknown} may come by {now}");
            }
        }
    }

    [TestCaseSource(nameof(Schemas))]
    public void A_schema_does_not_differ_from_itself(string schema) =>
        Contracts.Request(schema, schema).Changes.Should().BeEmpty();

    [TestCase("{ type: string, maxLength: 3 }", "{ allOf: [{ maxLength: 3 }, { type: string }] }")]
    [TestCase("{ type: integer, minimum: 1 }", "{ type: integer, exclusiveMinimum: 0 }")]
    [TestCase("{ enum: [a, bb] }", "{ enum: [bb, a] }")]
    [TestCase("{ type: array, uniqueItems: false }", "{ type: array }")]
    public void Another_way_to_write_the_same_is_no_difference(string old, string now) =>
        Contracts.Request(old, now).Changes.Should().BeEmpty();

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Judged = new(() =>
        Schemas.ToDictionary(s => s, Allowed)
    );

    private static bool IsNewProperty(string old, string now, string value) =>
        value.StartsWith("{\"a\"", StringComparison.Ordinal)
        && now.Contains("properties: { a:", StringComparison.Ordinal)
        && !old.Contains("properties: { a:", StringComparison.Ordinal)
        && !old.Contains("additionalProperties: {", StringComparison.Ordinal);

    private static bool Breaks(SpecificationComparison comparison) =>
        comparison.Changes.Any(c => c.Impacts.Consumers == Impact.Breaking);

    private static HashSet<string> Allowed(string schema)
    {
        var specification = Contracts.Read("s.yaml", $"data_models: {{ It: {schema} }}");
        var contract = ContractSchema.Create(specification.DataModels[0].Schema, specification);
        return
        [
            .. Values.Where(v =>
            {
                using var value = JsonDocument.Parse(v);
                return contract.Validate(value.RootElement).IsEmpty;
            }),
        ];
    }
}
