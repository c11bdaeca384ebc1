using System.Text.Json;
using Conformance.Scenarios;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Payloads;

[TestFixture]
internal sealed class PayloadGeneratorTests
{
    private const int Seeds = 200;

    [TestCase("orders")]
    [TestCase("parcels")]
    public void Valid_payloads_are_valid_whatever_the_seed(string name)
    {
        var specification = Compiled.Specification(name);
        var bodies = specification
            .Endpoints.Where(e => e.Request is not null)
            .Select(e => (e.Name, e.Request!.Schema, Judge: ContractSchema.Create(e.Request.Schema, specification)))
            .ToList();
        bodies.Should().NotBeEmpty();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var context = new CompilerContext(specification, new CompilerOptions { Seed = seed });
            foreach (var (endpoint, schema, judge) in bodies)
            {
                foreach (var shape in Enum.GetValues<PayloadShape>())
                {
                    var payload = context.Payloads.Valid(schema, shape, endpoint);
                    judge
                        .Validate(JsonSerializer.SerializeToElement(payload))
                        .Should()
                        .BeEmpty("seed {0}, {1}, {2}: {3}", seed, endpoint, shape, payload?.ToJsonString());
                }
            }
        }
    }

    [TestCase("{ name: { type: string }, parent: { $ref: '#/data_models/Node' } }")]
    [TestCase(
        "{ name: { type: string }, left: { $ref: '#/data_models/Node' }, kids: { type: array, items: { $ref: '#/data_models/Node' } } }"
    )]
    [TestCase("{ name: { type: string }, inner: { type: array, minItems: 1, items: { $ref: '#/data_models/Node' } } }")]
    public void A_model_that_may_hold_itself_has_valid_payloads(string properties)
    {
        var specification = Compiled.Text(
            $"data_models: {{ Node: {{ type: object, required: [name], properties: {properties} }} }}"
        );
        var node = specification.DataModels[0].Schema;
        var context = new CompilerContext(specification, new CompilerOptions());

        var payload = context.Payloads.Valid(node, PayloadShape.Full, "case");

        context.Judge.Violations(node, payload)!.Value.Should().BeEmpty(payload?.ToJsonString());
    }

    [Test]
    public void The_examples_of_the_specification_are_used_where_there_are_any()
    {
        var payload = Payload(Compiled.Specification("orders"), seed: 7);
        payload.GetProperty("customer_id").GetString().Should().Be("CUST-12345");
        payload.GetProperty("items")[0].GetProperty("product_id").GetString().Should().Be("SKU-001");
        payload.GetProperty("items")[0].GetProperty("unit_price").GetRawText().Should().Be("29.99");
    }

    [Test]
    public void The_same_seed_and_case_give_the_same_payload_and_another_seed_another_one()
    {
        var specification = Compiled.Specification("orders");
        Payload(specification, 1).GetRawText().Should().Be(Payload(specification, 1).GetRawText());
        Payload(specification, 1).GetRawText().Should().NotBe(Payload(specification, 2).GetRawText());
    }

    [Test]
    public void A_payload_does_not_depend_on_the_payloads_made_before()
    {
        var specification = Compiled.Specification("orders");
        var schema = specification.Endpoints[0].Request!.Schema;
        var context = new CompilerContext(specification, new CompilerOptions());
        var first = context.Payloads.Valid(schema, PayloadShape.Full, "a")!.ToJsonString();
        context.Payloads.Valid(schema, PayloadShape.Full, "b");
        context.Payloads.Valid(schema, PayloadShape.Full, "a")!.ToJsonString().Should().Be(first);
    }

    private static JsonElement Payload(
        Conformance.Specification.Model.IntegrationSpecification specification,
        int seed
    ) =>
        JsonSerializer.SerializeToElement(
            new CompilerContext(specification, new CompilerOptions { Seed = seed }).Payloads.Valid(
                specification.Endpoints[0].Request!.Schema,
                PayloadShape.Full,
                "case"
            )
        );
}
