using System.Diagnostics;
using System.Text.Json;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

/// <summary>Values that are known to break validators.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SchemaValidatorTests
{
    [TestCase("""{"type":"integer"}""", "9223372036854775808", true)]
    [TestCase("""{"type":"integer"}""", "1.0", true)]
    [TestCase("""{"type":"integer"}""", "1e2", true)]
    [TestCase("""{"type":"integer"}""", "1e400", true)]
    [TestCase("""{"type":"integer"}""", "1e-400", false)]
    [TestCase("""{"type":"integer"}""", "0e-999999999", true)]
    [TestCase("""{"type":"integer"}""", "1e999999999999999999999999", true)]
    [TestCase("""{"maximum":9223372036854775807}""", "9223372036854775808", false)]
    [TestCase("""{"maximum":0.3}""", "0.30000000000000004", false)]
    [TestCase("""{"maximum":0.3}""", "0.300000000000000000000000000000000000000000000000001", false)]
    [TestCase("""{"minimum":-1e400}""", "-1e401", false)]
    [TestCase("""{"minimum":-1e400}""", "-1e399", true)]
    [TestCase("""{"exclusiveMinimum":0}""", "1e-999999999", true)]
    [TestCase("""{"exclusiveMinimum":0}""", "-0", false)]
    [TestCase("""{"multipleOf":0.01}""", "19.99", true)]
    [TestCase("""{"multipleOf":0.01}""", "1.005", false)]
    [TestCase("""{"multipleOf":0.01}""", "0.010000000000000000000000000001", false)]
    [TestCase("""{"multipleOf":0.01}""", "1e40", true)]
    [TestCase("""{"multipleOf":1e-30}""", "1", true)]
    [TestCase("""{"multipleOf":3}""", "1e999999999", false)]
    [TestCase("""{"multipleOf":7}""", "-21.0", true)]
    [TestCase("""{"enum":[1]}""", "\"1\"", false)]
    [TestCase("""{"enum":["1"]}""", "1", false)]
    [TestCase("""{"enum":[true]}""", "\"True\"", false)]
    [TestCase("""{"enum":[0]}""", "false", false)]
    [TestCase("""{"enum":[1]}""", "1.00", true)]
    [TestCase("""{"enum":[{"a":1,"b":2}]}""", """{"b":2.0,"a":1}""", true)]
    [TestCase("""{"enum":["2024-01-15T10:30:00Z"]}""", "\"2024-01-15T10:30:00Z\"", true)]
    [TestCase("""{"const":9007199254740993}""", "9007199254740992", false)]
    [TestCase("""{"required":["a"]}""", "5", true)]
    [TestCase("""{"required":["a"]}""", """{"a":null}""", true)]
    [TestCase("""{"maxLength":1}""", "\"😀\"", true)]
    [TestCase("""{"maxLength":1}""", "\"\\ud83d\\ude00\"", true)]
    [TestCase("""{"minLength":2}""", "\"😀\"", false)]
    [TestCase("""{"maxLength":1}""", "\"e\u0301\"", false)]
    [TestCase("""{"pattern":"^\\d{5}$"}""", "\"12345\\n\"", false)]
    [TestCase("""{"pattern":"^\\d{5}$"}""", "\"١٢٣٤٥\"", false)]
    [TestCase("""{"uniqueItems":true}""", """[{"a":1,"b":2},{"b":2,"a":1}]""", false)]
    [TestCase("""{"uniqueItems":true}""", """[1,1.0]""", false)]
    [TestCase("""{"uniqueItems":true}""", """[{},"{}",[],0,false,null,"0"]""", true)]
    [TestCase("""{"maxItems":2.0}""", "[1,2]", true)]
    [TestCase("""{"maxItems":1e30}""", "[1,2]", true)]
    [TestCase("""{"maxLength":3}""", "\"\\ud800\"", true)]
    [TestCase("""{"pattern":"x"}""", "\"\\ud800x\"", true)]
    [TestCase("""{"additionalProperties":false}""", "{\"\\ud800\":1}", false)]
    [TestCase("""{"format":"int32"}""", "3000000000", false)]
    [TestCase("""{"format":"int32"}""", "2147483647.0", true)]
    [TestCase("""{"format":"int64"}""", "9223372036854775808", false)]
    [TestCase("""{"format":"double"}""", "1e400", false)]
    [TestCase("""{"format":"float"}""", "1e39", false)]
    public void Values_are_judged_exactly(string schema, string value, bool valid)
    {
        var validator = Compile(schema).Validator!;

        validator.IsValid(Json(value)).Should().Be(valid);
        validator.Validate(Json(value)).IsEmpty.Should().Be(valid);
    }

    [TestCase("""{"maxlength":3}""", SchemaProblemKind.UnsupportedKeyword, "/maxlength", false)]
    [TestCase(
        """{"properties":{"a":{"nullable":true}}}""",
        SchemaProblemKind.UnsupportedKeyword,
        "/properties/a/nullable",
        false
    )]
    [TestCase("""{"format":"order-number"}""", SchemaProblemKind.UnknownFormat, "/format", false)]
    [TestCase("""{"type":"decimal"}""", SchemaProblemKind.InvalidKeyword, "/type", true)]
    [TestCase("""{"required":true}""", SchemaProblemKind.InvalidKeyword, "/required", true)]
    [TestCase("""{"maxLength":-1}""", SchemaProblemKind.InvalidKeyword, "/maxLength", true)]
    [TestCase("""{"multipleOf":0}""", SchemaProblemKind.InvalidKeyword, "/multipleOf", true)]
    [TestCase("""{"items":[{}]}""", SchemaProblemKind.InvalidKeyword, "/items", true)]
    [TestCase("""{"items":{"pattern":"("}}""", SchemaProblemKind.InvalidPattern, "/items/pattern", true)]
    [TestCase("""{"patternProperties":{"(?i)a":{}}}""", SchemaProblemKind.InvalidPattern, "/patternProperties", true)]
    [TestCase("""{"$ref":"#/nowhere"}""", SchemaProblemKind.UnresolvedReference, "/$ref", true)]
    [TestCase("""{"$ref":"https://example.com/never-fetched"}""", SchemaProblemKind.UnresolvedReference, "/$ref", true)]
    [TestCase("""{"allOf":[{"$ref":"#"}]}""", SchemaProblemKind.UnresolvedReference, "/allOf/0/$ref", true)]
    public void What_is_not_enforced_is_reported(string schema, SchemaProblemKind kind, string pointer, bool isFatal)
    {
        var compilation = Compile(schema);

        var problem = compilation.Problems.Should().ContainSingle().Subject;
        (problem.Kind, problem.Pointer, problem.IsFatal).Should().Be((kind, pointer, isFatal));
        (compilation.Validator is null).Should().Be(isFatal);
    }

    [Test]
    public void Extensions_and_annotations_are_no_problem() =>
        Compile("""{"x-internal":1,"title":"t","examples":[],"deprecated":true,"discriminator":{},"$comment":"c"}""")
            .Problems.Should()
            .BeEmpty();

    [Test]
    public void Deep_values_do_not_overflow_the_stack()
    {
        var validator = Compile("""{"items":{"$ref":"#"},"additionalProperties":{"$ref":"#"}}""").Validator!;
        var deep = JsonDocument.Parse(
            new string('[', 4_000) + new string(']', 4_000),
            new JsonDocumentOptions { MaxDepth = 4_000 }
        );
        var answer = true;
        var thread = new Thread(() => answer = validator.IsValid(deep.RootElement), maxStackSize: 192 * 1024);

        thread.Start();
        thread.Join();

        answer.Should().BeFalse("what cannot be judged is not accepted");
    }

    [Test]
    public void Hostile_values_take_little_time()
    {
        var watch = Stopwatch.StartNew();

        Compile("""{"uniqueItems":true}""")
            .Validator!.IsValid(
                Json($"[{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $$"""{"a":{{i}},"b":"x"}"""))}]")
            )
            .Should()
            .BeTrue();
        Compile("""{"pattern":"^(a+)+$"}""")
            .Validator!.IsValid(Json($"\"{new string('a', 100_000)}!\""))
            .Should()
            .BeFalse();
        Compile("""{"multipleOf":0.01}""")
            .Validator!.IsValid(Json($"{new string('9', 100_000)}.123"))
            .Should()
            .BeFalse();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [TestCase("""{"pattern":"^(?=(a+)+$)"}""", "pattern")]
    [TestCase("""{"not":{"pattern":"^(?=(a+)+$)"}}""", "pattern")]
    [TestCase("""{"anyOf":[{"pattern":"^(?=(a+)+$)"},{"type":"null"}]}""", "anyOf")]
    public void A_pattern_that_ran_out_of_time_is_undecided_not_wrong(string schema, string keyword)
    {
        var validator = Compile(schema).Validator!;
        var value = Json($"\"{new string('a', 40)}!\"");

        var violation = validator.Validate(value).Should().ContainSingle().Subject;

        (violation.Keyword, violation.IsUndecided).Should().Be((keyword, true));
        validator.IsValid(value).Should().BeFalse("what cannot be judged is not accepted");
    }

    [Test]
    public void Many_texts_that_are_slow_to_match_cost_a_bounded_time()
    {
        var slow = string.Join(',', Enumerable.Repeat($"\"{new string('a', 40)}!\"", 50));
        var watch = Stopwatch.StartNew();

        var violations = Compile("""{"items":{"pattern":"^(?=(a+)+$)"}}""").Validator!.Validate(Json($"[{slow}]"));

        violations.Should().HaveCount(50).And.OnlyContain(violation => violation.IsUndecided);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Test]
    public void A_valid_value_has_no_violation_and_any_other_has_one([Values(21, 22, 23)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var schema = Json(RandomJson.Schema(random, 3));
            var value = Json(RandomJson.Value(random, 3));
            var compilation = SchemaValidator.Compile(schema);

            compilation.Validator.Should().NotBeNull($"seed {seed}, round {round}: {schema}");
            compilation
                .Validator!.IsValid(value)
                .Should()
                .Be(compilation.Validator.Validate(value).IsEmpty, $"seed {seed}, round {round}: {schema} {value}");
            SchemaValidator
                .Compile(Json($$"""{"not":{{schema.GetRawText()}}}"""))
                .Validator!.IsValid(value)
                .Should()
                .Be(!compilation.Validator.IsValid(value), $"seed {seed}, round {round}: {schema} {value}");
        }
    }

    private static SchemaCompilation Compile(string schema) => SchemaValidator.Compile(Json(schema));

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
