using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class ContractSchemaTests
{
    private static readonly SchemaNode Quantity = Node(31) with
    {
        Types = JsonTypes.Integer,
        Minimum = 1,
        Maximum = 999,
        KeywordLocations = ImmutableDictionary<string, SourceLocation>.Empty.Add("maximum", At(33)),
    };

    private static readonly SchemaNode Order = Node(10) with
    {
        Types = JsonTypes.Object,
        Properties =
        [
            Property("customer_id", Node(12) with { Types = JsonTypes.String, MaxLength = 50 }, required: 11),
            Property(
                "items",
                Node(20) with
                {
                    Types = JsonTypes.Array,
                    MinItems = 1,
                    Items = Node(30) with
                    {
                        Types = JsonTypes.Object,
                        Properties = [Property("quantity", Quantity, required: 29)],
                    },
                },
                required: 11
            ),
        ],
    };

    [Test]
    public void A_violation_names_both_places()
    {
        var violation = Violations(
                Order,
                "{\n  \"customer_id\": \"C\",\n  \"items\": [\n    {\"quantity\": 1000}\n  ]\n}"
            )
            .Should()
            .ContainSingle()
            .Subject;

        violation.Path.Should().Be("items[0].quantity");
        violation.Pointer.Should().Be("/items/0/quantity");
        violation.Keyword.Should().Be("maximum");
        violation.Expected.Should().Be("at most 999");
        violation.Actual.Should().Be("number 1000");
        violation.Rule.Should().Be(At(33));
        (violation.Line, violation.Column).Should().Be((4, 18));
    }

    [Test]
    public void A_missing_property_is_reported_as_if_it_were_there_with_the_line_that_requires_it()
    {
        var violations = Violations(Order, """{"items":[{}]}""");

        violations
            .Select(v => (v.Path, v.Keyword, v.Rule.Line))
            .Should()
            .BeEquivalentTo([("customer_id", "required", 11), ("items[0].quantity", "required", 29)]);
        violations[1].Expected.Should().Be("the property 'quantity'");
        (violations[1].Line, violations[1].Column).Should().Be((1, 11), "where the object stands that lacks it");
    }

    [Test]
    public void A_body_that_is_no_json_has_one_violation()
    {
        var violation = Violations(Order, "{\"items\":[],\n\"items\":[]}").Should().ContainSingle().Subject;

        violation.Keyword.Should().Be("json");
        violation.Actual.Should().Be("the name 'items' occurs twice in one object");
        (violation.Line, violation.Column).Should().Be((2, 1));
    }

    [Test]
    public void References_lead_to_data_models_recursively()
    {
        var tree = Node(1) with
        {
            Types = JsonTypes.Object,
            Properties =
            [
                Property("next", Node(3) with { Reference = new("Tree", At(3)) }),
                Property("v", Node(4) with { Types = JsonTypes.Integer }),
            ],
        };
        var schema = ContractSchema.Create(
            Node(9) with
            {
                Reference = new("Tree", At(9)),
            },
            Specification(("Tree", tree))
        );

        schema.Problems.Should().BeEmpty();
        schema.Validate(Bytes("""{"next":{"next":{"v":1}}}""")).Should().BeEmpty();
        var violation = schema.Validate(Bytes("""{"next":{"next":{"v":"1"}}}""")).Should().ContainSingle().Subject;
        violation.Path.Should().Be("next.next.v");
        violation.Rule.Should().Be(At(4));
    }

    [Test]
    public void What_stands_beside_a_reference_holds_too()
    {
        var schema = ContractSchema.Create(
            Node(9) with
            {
                Reference = new("Code", At(9)),
                MaxLength = 3,
            },
            Specification(("Code", Node(1) with { Types = JsonTypes.String, MinLength = 2 }))
        );

        schema.Validate(Bytes("\"ab\"")).Should().BeEmpty();
        schema.Validate(Bytes("\"a\"")).Should().ContainSingle().Which.Rule.Should().Be(At(1));
        schema.Validate(Bytes("\"abcd\"")).Should().ContainSingle().Which.Rule.Should().Be(At(9));
        schema.Model.AllOf.Should().HaveCount(1);
    }

    [Test]
    public void A_reference_to_nothing_is_an_error_and_such_a_schema_judges_nothing()
    {
        var schema = ContractSchema.Create(Node(9) with { Reference = new("Nowhere", At(8)) }, Specification());

        var problem = schema.Problems.Should().ContainSingle().Subject;
        (problem.Id, problem.Severity, problem.Location).Should().Be(("SCH-102", Severity.Error, At(8)));
        schema
            .Invoking(s => s.Validate(Bytes("1")))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("*Nowhere*");
    }

    [Test]
    public void A_model_that_is_nothing_but_itself_is_an_error()
    {
        var schema = ContractSchema.Create(
            Node(9) with
            {
                Reference = new("A", At(9)),
            },
            Specification(
                ("A", Node(1) with { Reference = new("B", At(1)) }),
                ("B", Node(2) with { Reference = new("A", At(2)) })
            )
        );

        schema.Problems.Should().ContainSingle().Which.Message.Should().Be("this leads back to itself without end");
    }

    [Test]
    public void A_pattern_that_cannot_be_enforced_is_an_error_where_it_stands()
    {
        var node = Node(9) with
        {
            Pattern = "(?i)abc",
            KeywordLocations = ImmutableDictionary<string, SourceLocation>.Empty.Add("pattern", At(12)),
        };

        var problem = ContractSchema.Create(node).Problems.Should().ContainSingle().Subject;
        (problem.Id, problem.Location).Should().Be(("SCH-101", At(12)));
        problem.Message.Should().Contain("'(?i)abc'").And.Contain("position 1");
    }

    [Test]
    public void An_unknown_format_is_a_warning_and_the_rest_is_enforced()
    {
        var schema = ContractSchema.Create(Node(9) with { Types = JsonTypes.String, Format = "order-number" });

        schema.Problems.Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        schema.Validate(Bytes("1")).Should().ContainSingle();
    }

    [Test]
    public void The_closest_alternative_explains_a_failed_choice()
    {
        var node = Node(1) with { OneOf = [Quantity, Node(5) with { Types = JsonTypes.Null }] };

        var violation = Violations(node, "1000").Should().ContainSingle().Subject;
        (violation.Keyword, violation.Expected).Should().Be(("oneOf", "exactly one of 2 alternatives"));
        violation.Causes.Should().ContainSingle().Which.Rule.Should().Be(At(33));
    }

    [Test]
    public void The_json_is_deterministic_complete_and_a_schema()
    {
        var specification = Specification(("B", Quantity), ("A", Order), ("Unused", Quantity));
        var node = Node(1) with
        {
            Title = "Ä <title>",
            Types = JsonTypes.Object | JsonTypes.Null,
            AdditionalPropertiesAllowed = false,
            Properties =
            [
                Property("a", Node(2) with { Reference = new("A", At(2)) }),
                Property("b", Node(3) with { Reference = new("B", At(3)) }),
            ],
            Enum = [Json("null"), Json("""{"x":[1.0,"y"]}""")],
            DependentRequired = [KeyValuePair.Create("a", ImmutableArray.Create("b"))],
            MultipleOf = 0.01m,
            Format = "ISO 3166-1 alpha-2",
            Not = Node(4) with { Const = Json("{}") },
        };

        var json = ContractSchema.Create(node, specification).ToJson();

        json.Should().Be(ContractSchema.Create(node, specification).ToJson());
        json.Should()
            .Contain("Ä <title>")
            .And.Contain("\"iso-3166-1-alpha-2\"")
            .And.NotContain("\r")
            .And.EndWith("}\n");
        var parsed = Json(json);
        parsed.GetProperty("definitions").EnumerateObject().Select(d => d.Name).Should().Equal("B", "A");
        MetaschemaViolations(parsed).Should().BeEmpty();
    }

    [Test]
    public void The_model_of_njsonschema_says_the_same()
    {
        var model = ContractSchema.Create(Order).Model;

        model.RequiredProperties.Should().Equal("customer_id", "items");
        model.Properties["items"].Item!.Properties["quantity"].Maximum.Should().Be(999);
    }

    [Test]
    public void One_schema_serves_many_threads()
    {
        var schema = ContractSchema.Create(Order);
        var (good, bad) = (
            Bytes("""{"customer_id":"C","items":[{"quantity":1}]}"""),
            Bytes("""{"items":[{"quantity":0}]}""")
        );

        Parallel.For(
            0,
            2_000,
            i =>
            {
                schema.Validate(good).Should().BeEmpty();
                schema.Validate(bad).Should().HaveCount(2);
            }
        );
    }

    [Test]
    public void The_number_of_violations_is_bounded()
    {
        var body = Bytes($"[{string.Join(',', Enumerable.Repeat("0", 100_000))}]");
        var schema = ContractSchema.Create(Node(1) with { Types = JsonTypes.Array, Items = Quantity });

        schema.Validate(body).Should().HaveCount(SchemaValidator.DefaultMaxViolations);
        schema.Validate(body, 3).Select(v => v.Path).Should().Equal("[0]", "[1]", "[2]");
    }

    private static ImmutableArray<SchemaViolation> MetaschemaViolations(JsonElement schema) =>
        SchemaValidator
            .Compile(
                Metaschemas.All["https://json-schema.org/draft/2020-12/schema"],
                new SchemaCompileOptions { Documents = Metaschemas.All }
            )
            .Validator!.Validate(schema);

    private static ImmutableArray<SchemaViolation> Violations(SchemaNode node, string body) =>
        ContractSchema.Create(node).Validate(Bytes(body));

    private static IntegrationSpecification Specification(params (string Name, SchemaNode Node)[] models) =>
        new()
        {
            Info = null!,
            Digest = "",
            DataModels = [.. models.Select(model => new DataModel(new(model.Name, model.Node.Location), model.Node))],
        };

    private static SchemaProperty Property(string name, SchemaNode schema, int? required = null) =>
        new(new(name, schema.Location), schema, required is null ? null : At(required.Value));

    private static SchemaNode Node(int line) => new() { Location = At(line) };

    private static SourceLocation At(int line) => new("spec.yaml", line, 1, line, 2, "");

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
