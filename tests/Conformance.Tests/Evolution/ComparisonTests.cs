using Conformance.Evolution;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Evolution;

/// <summary>Whom a difference concerns, and where it is told.</summary>
public sealed class ComparisonTests
{
    [Test]
    public void Less_in_a_request_breaks_consumers_and_more_is_for_the_provider()
    {
        var narrower = Contracts
            .Request("{ type: integer, maximum: 9 }", "{ type: integer, maximum: 5 }")
            .Changes.Single();
        var wider = Contracts
            .Request("{ type: integer, maximum: 5 }", "{ type: integer, maximum: 9 }")
            .Changes.Single();

        narrower.Impacts.Should().Be(new Impacts(Impact.Breaking, Impact.NonBreaking));
        wider.Impacts.Should().Be(new Impacts(Impact.NonBreaking, Impact.Breaking));
    }

    [Test]
    public void More_in_a_response_breaks_consumers_and_less_is_for_the_provider()
    {
        var wider = Contracts
            .Response("{ type: integer, maximum: 5 }", "{ type: integer, maximum: 9 }")
            .Changes.Single();
        var narrower = Contracts
            .Response("{ type: integer, maximum: 9 }", "{ type: integer, maximum: 5 }")
            .Changes.Single();

        wider.Impacts.Should().Be(new Impacts(Impact.Breaking, Impact.NonBreaking));
        narrower.Impacts.Should().Be(new Impacts(Impact.NonBreaking, Impact.Breaking));
    }

    [Test]
    public void A_read_only_property_is_no_part_of_requests()
    {
        var changes = Contracts
            .Request(
                "{ type: object, properties: { id: { type: string } } }",
                "{ type: object, properties: { id: { type: string, readOnly: true } } }"
            )
            .Changes;

        changes.Should().ContainSingle().Which.Rule.Id.Should().Be("EVO-301");
    }

    [Test]
    public void A_difference_in_a_shared_model_is_told_once_with_all_its_places()
    {
        var change = Contracts.Compare(Shared("[draft, sent]"), Shared("[draft, sent, lost]")).Changes.Single();

        change.Where.Should().Be("GET /v1/notes, response 200 body: notes[].state");
        change.AlsoIn.Should().Equal("GET /v1/notes/{id}, response 200 body: state");
        change.New.ToString().Should().Be("new.yaml:2:68");
    }

    [Test]
    public void A_model_that_contains_itself_is_compared()
    {
        const string tree = """
            data_models: { Node: { type: object, properties: { name: { type: string }, children: { type: array, items: { $ref: "#/data_models/Node" } } } } }
            endpoints:
              - endpoint: { method: GET, path: /v1/tree, responses: { 200: { schema: { $ref: "#/data_models/Node" } } } }
            """;

        var changes = Contracts
            .Compare(tree, tree.Replace("type: string", "type: integer", StringComparison.Ordinal))
            .Changes;

        changes.Should().ContainSingle().Which.Rule.Id.Should().Be("EVO-303");
    }

    [Test]
    public void Moving_a_schema_into_a_model_changes_nothing_that_travels()
    {
        const string inline = """
            endpoints:
              - endpoint: { method: GET, path: /v1/note, responses: { 200: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
            """;
        const string shared = """
            data_models: { Note: { type: object, required: [id], properties: { id: { type: string } } } }
            endpoints:
              - endpoint: { method: GET, path: /v1/note, responses: { 200: { schema: { $ref: "#/data_models/Note" } } } }
            """;

        Contracts.Compare(inline, shared).Changes.Should().OnlyContain(c => c.Rule.Id == "EVO-924");
    }

    private static string Shared(string states) =>
        $$"""
            data_models:
              Note: { type: object, properties: { state: { type: string, enum: {{states}} } } }
            endpoints:
              - endpoint:
                  method: GET
                  path: /v1/notes
                  responses: { 200: { schema: { type: object, properties: { notes: { type: array, items: { $ref: "#/data_models/Note" } } } } } }
              - endpoint:
                  method: GET
                  path: /v1/notes/{id}
                  responses: { 200: { schema: { $ref: "#/data_models/Note" } } }
            """;
}
