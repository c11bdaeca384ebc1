using System.Text.Json;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class SchemaCatalogTests
{
    private static readonly SchemaNode Any = new() { Location = SourceLocation.None };

    [Test]
    public void Every_schema_has_a_stable_name_that_a_file_may_have()
    {
        var specification = new IntegrationSpecification
        {
            Info = null!,
            Digest = "",
            Endpoints =
            [
                Endpoint("createOrder", 201, 400),
                Endpoint("create-order", 200),
                Endpoint("../etc/passwd", 200),
            ],
            ErrorFormat = new(Any, null!, "application/json", SourceLocation.None),
            DataModels = [new(Text("OrderItem"), Any)],
            Webhooks = new()
            {
                Location = SourceLocation.None,
                Envelope = Any,
                Events =
                [
                    new(Text("order.created"), null, Any, [], SourceLocation.None),
                    new(Text("order.cancelled"), null, null, [], SourceLocation.None),
                ],
            },
        };

        SchemaCatalog
            .Of(specification)
            .Select(entry => entry.Name)
            .Should()
            .Equal(
                "create-order.request",
                "create-order.response.201",
                "create-order.response.400",
                "create-order.request-2",
                "create-order.response.200",
                "etc-passwd.request",
                "etc-passwd.response.200",
                "error",
                "webhook.envelope",
                "webhook.order.created",
                "model.order-item"
            );
    }

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public void Every_schema_of_a_shipped_specification_is_enforced_and_is_a_schema(string file)
    {
        var metaschema = SchemaValidator
            .Compile(
                Metaschemas.All["https://json-schema.org/draft/2020-12/schema"],
                new SchemaCompileOptions { Documents = Metaschemas.All }
            )
            .Validator!;
        var loaded = SpecificationLoader.Load(Path.Combine(SchemasReadme.Root, "specs", file));

        var catalog = SchemaCatalog.Of(loaded.Specification!);

        catalog.Should().NotBeEmpty();
        foreach (var (name, schema) in catalog)
        {
            schema.Problems.Should().BeEmpty(name);
            metaschema.Validate(JsonElement.Parse(schema.ToJson())).Should().BeEmpty(name);
            schema.Model.Should().NotBeNull(name);
        }
    }

    private static Endpoint Endpoint(string id, params int[] statuses) =>
        new()
        {
            OperationId = Text(id),
            Method = Text("POST"),
            Path = Text("/"),
            Location = SourceLocation.None,
            Request = new(Text("application/json"), Any, null, SourceLocation.None),
            Responses =
            [
                .. statuses.Select(status => new ResponseDefinition(
                    new(status, SourceLocation.None),
                    null,
                    [],
                    null,
                    Any,
                    null,
                    null,
                    SourceLocation.None
                )),
            ],
        };

    private static Located<string> Text(string text) => new(text, SourceLocation.None);
}
