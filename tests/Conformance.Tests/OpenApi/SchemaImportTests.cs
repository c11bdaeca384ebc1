using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>Schemas of OpenAPI 3.0 and 3.1 in the dialect.</summary>
public sealed class SchemaImportTests
{
    [Test]
    public void Nullable_beside_a_type_allows_null() =>
        Thing("{ type: string, nullable: true }").Types.Should().Be(JsonTypes.String | JsonTypes.Null);

    [Test]
    public void A_nullable_enumeration_has_null() =>
        Thing("{ type: string, nullable: true, enum: [a] }").Enum.Should().HaveCount(2);

    [Test]
    public void A_nullable_reference_is_the_alternative_of_null()
    {
        var thing = Thing("{ allOf: [{ $ref: '#/components/schemas/Other' }], nullable: true }");

        thing.AnyOf.Should().HaveCount(2);
        thing.AnyOf[0].AllOf.Single().Reference!.Value.Should().Be("Other");
        thing.AnyOf[1].Types.Should().Be(JsonTypes.Null);
    }

    [Test]
    public void The_flags_of_3_0_make_bounds_exclusive()
    {
        var thing = Thing("{ type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false }");

        thing.Should().Match<SchemaNode>(s => s.ExclusiveMinimum == 0 && s.Minimum == null && s.Maximum == 9);
        thing.ExclusiveMaximum.Should().BeNull();
    }

    [Test]
    public void The_numbers_of_3_1_are_exclusive_bounds() =>
        Thing("{ type: number, exclusiveMinimum: 1.5 }", "3.1.0").ExclusiveMinimum.Should().Be(1.5m);

    [Test]
    public void Beside_a_reference_nothing_counts_in_3_0_and_everything_in_3_1()
    {
        const string schema = "{ $ref: '#/components/schemas/Other', minProperties: 1 }";

        Thing(schema).MinProperties.Should().BeNull();
        Thing(schema, "3.1.0").MinProperties.Should().Be(1);
    }

    [TestCase("{ oneOf: [{ type: string }, { type: integer }] }")]
    [TestCase("{ anyOf: [{ type: string }, { type: integer }] }")]
    [TestCase("{ not: { type: string } }")]
    [TestCase("{ if: { type: string }, then: { minLength: 1 }, else: { type: integer } }", "3.1.0")]
    [TestCase("{ type: object, patternProperties: { ^a: { type: string } }, additionalProperties: false }", "3.1.0")]
    [TestCase("{ type: array, prefixItems: [{ type: string }], uniqueItems: true }", "3.1.0")]
    public void Combinations_are_kept(string schema, string version = "3.0.3") =>
        OpenApiDocuments.Import(OpenApiDocuments.With(schema, version)).Report.Losses.Should().BeEmpty();

    [TestCase("{ type: string, format: money }", "format 'money'")]
    [TestCase("{ type: string, pattern: '(' }", "pattern")]
    [TestCase("{ type: file }", "type 'file'")]
    [TestCase("{ type: string, maxLength: 9223372036854775807 }", "schema keyword 'maxLength'")]
    [TestCase("{ oneOf: [{ type: object }], discriminator: { propertyName: kind } }", "schema keyword 'discriminator'")]
    [TestCase("{ $ref: 'gone.yaml#/Thing' }", "schema 'gone.yaml#/Thing'")]
    [TestCase("{ $ref: 'https://example.com/thing.yaml' }", "schema 'https://example.com/thing.yaml'")]
    [TestCase("{ type: string, default: 1 }", "default")]
    [TestCase("{ type: object, example: { deep: [{ $ref: '#/gone' }] } }", "example")]
    public void What_cannot_be_kept_is_said(string schema, string what)
    {
        var imported = OpenApiDocuments.Import(OpenApiDocuments.With(schema));

        imported.Report.Losses.Should().ContainSingle().Which.What.Should().Be(what);
        imported.Loading.HasErrors.Should().BeFalse();
    }

    private static SchemaNode Thing(string schema, string version = "3.0.3") =>
        OpenApiDocuments
            .Import(OpenApiDocuments.With(schema, version))
            .Loading.Specification!.DataModels.Single(m => m.Name.Value == "Thing")
            .Schema;
}
