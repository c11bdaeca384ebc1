using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class ExampleSchemaTests
{
    [Test]
    public void Every_key_of_an_example_is_required_and_typed_by_its_value()
    {
        var schema = Infer("""{"a":"x","b":1,"c":1.0,"d":true,"e":{"f":"y"},"g":[1]}""");

        schema.Types.Should().Be(JsonTypes.Object);
        schema.Properties.Should().OnlyContain(property => property.IsRequired);
        Types(schema)
            .Should()
            .Equal(
                JsonTypes.String,
                JsonTypes.Integer,
                JsonTypes.Number,
                JsonTypes.Boolean,
                JsonTypes.Object,
                JsonTypes.Array
            );
        schema.InferredFromExample.Should().BeTrue();
    }

    [TestCase("2024-01-15T10:30:00Z", "date-time")]
    [TestCase("2024-01-15", null)]
    [TestCase("2024-01-15T10:30:00", null)]
    [TestCase("https://api.example.com/orders/ORD-12345678/track", "uri")]
    [TestCase("note:this", null)]
    [TestCase("support@example.com", "email")]
    [TestCase("a@b", null)]
    [TestCase("6f1c2d3e-0000-4000-8000-123456789abc", "uuid")]
    [TestCase("ORD-12345678", null)]
    [TestCase("192.168.0.1", null)]
    public void Only_unmistakable_formats_are_inferred(string value, string? format) =>
        Infer(JsonSerializer.Serialize(value)).Format.Should().Be(format);

    [Test]
    public void Types_in_words_stand_for_themselves()
    {
        var schema = Infer(
            """{"code":"string - machine-readable","details":"array - errors (optional)","at":"string - ISO 8601 datetime"}"""
        );

        Types(schema).Should().Equal(JsonTypes.String, JsonTypes.Array, JsonTypes.String);
        schema.Properties.Select(property => property.IsRequired).Should().Equal(true, false, true);
        schema.Properties[2].Schema.Format.Should().Be("date-time");
    }

    [Test]
    public void Elements_of_an_array_share_one_schema()
    {
        var items = Infer("""[{"a":1,"b":"x"},{"a":2.5,"c":null},{"a":3,"c":"y"}]""").Items!;

        items.Properties.Select(property => property.Name.Value).Should().Equal("a", "b", "c");
        items.Properties.Select(property => property.IsRequired).Should().Equal(true, false, false);
        Types(items).Should().Equal(JsonTypes.Number, JsonTypes.String, JsonTypes.String | JsonTypes.Null);
    }

    [Test]
    public void A_null_alone_says_nothing_about_the_type() =>
        Infer("""{"a":null}""").Properties[0].Schema.Types.Should().Be(JsonTypes.Any);

    [Test]
    public void An_empty_array_says_nothing_about_its_elements() => Infer("[]").Items.Should().BeNull();

    [Test]
    public void Values_stand_where_the_caller_says()
    {
        var schema = ExampleSchema.Infer(
            JsonDocument.Parse("""{"a/b":[{"~":1}]}""").RootElement,
            SourceLocation.None,
            pointer => SourceLocation.None with { Path = pointer }
        );

        schema.Properties[0].Schema.Items!.Properties[0].Schema.Location.Path.Should().Be("/a~1b/0/~0");
    }

    [Test]
    public void An_example_satisfies_the_schema_inferred_from_it([Values(51, 52)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++)
        {
            var example = JsonDocument.Parse(RandomJson.Value(random, 4)).RootElement;
            var schema = ContractSchema.Create(ExampleSchema.Infer(example, SourceLocation.None));

            schema.Problems.Should().BeEmpty();
            schema.Validate(example).Should().BeEmpty($"seed {seed}, round {round}: {example.GetRawText()}");
        }
    }

    private static SchemaNode Infer(string json) =>
        ExampleSchema.Infer(JsonDocument.Parse(json).RootElement, SourceLocation.None);

    private static IEnumerable<JsonTypes> Types(SchemaNode schema) =>
        schema.Properties.Select(property => property.Schema.Types);
}
