using System.Text;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class BodyMatchesDeclaredSchemaTests : CheckTests
{
    protected override string Check => "BodyMatchesDeclaredSchema";

    protected override IEnumerable<Scene> Holding =>
        [
            new("what is declared", Recorded.Step().Answering(201, Sample.Order)),
            new("and more", Recorded.Step().Answering(201, Sample.Order[..^1] + ",\"more\":1}")),
            new("an error", Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("absent", Recorded.Step().Answering(201, """{"status":"pending"}""")),
            new(
                "another type",
                Recorded.Step().Answering(201, """{"order_id":1,"status":"p","created_at":"2026-01-15T10:30:00Z"}""")
            ),
            new(
                "another format",
                Recorded.Step().Answering(201, """{"order_id":"1","status":"p","created_at":"yesterday"}""")
            ),
            new("no body", Recorded.Step().Answering(201)),
            new("no JSON", Recorded.Step().Answering(201, "OK")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 201, body, headers);

    [TestCase("DUPLICATE_ORDER", true)]
    [TestCase("INSUFFICIENT_INVENTORY", false)]
    public void What_the_example_of_one_error_shows_is_not_demanded_of_another(string code, bool isBroken)
    {
        var result = Conflict(code, isInferred: true).Judge();

        result.Failures.Any(f => f.Check == Check).Should().Be(isBroken);
    }

    [Test]
    public void What_a_declared_schema_demands_is_demanded_of_every_error_of_its_status() =>
        Conflict("INSUFFICIENT_INVENTORY", isInferred: false).Judge().Failures.Should().Contain(f => f.Check == Check);

    [Test]
    public void What_the_error_format_demands_is_said_once() =>
        Recorded
            .Step()
            .Answering(400, """{"error_code":"VALIDATION_ERROR"}""")
            .Judge()
            .Failures.Where(f => f.Finding!.Where.EndsWith("$.message", StringComparison.Ordinal))
            .Select(f => f.Check)
            .Should()
            .Equal("ErrorFormatHolds");

    [Test]
    public void The_answer_to_head_has_no_body_to_match()
    {
        var head = Sample.CreateOrder with { Method = Sample.At("HEAD") };

        OutcomesOf((new Recorded { Endpoint = head }).Then("create").Answering(201).Judge()).Should().BeEmpty();
    }

    [Test]
    public void A_body_that_is_declared_to_be_no_JSON_is_left_alone()
    {
        var text = Sample.CreateOrder with
        {
            Responses = [Sample.Response(200, Sample.Text(20), 20) with { ContentType = Sample.At("text/csv") }],
        };

        OutcomesOf((new Recorded { Endpoint = text }).Then("create").Answering(200, "a,b").Judge()).Should().BeEmpty();
    }

    private static Recorded Conflict(string code, bool isInferred)
    {
        var schema = Sample.Errors.Schema with
        {
            InferredFromExample = isInferred,
            Properties = [.. Sample.Errors.Schema.Properties, Sample.Property("existing_order_id", Sample.Text(27))],
        };
        var endpoint = Sample.CreateOrder with { Responses = [Sample.Response(409, schema, 27, "DUPLICATE_ORDER")] };
        return (new Recorded { Endpoint = endpoint })
            .Then("create")
            .Answering("create", 409, Encoding.UTF8.GetBytes(Sample.Error(code)));
    }
}
