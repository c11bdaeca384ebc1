using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class UpdateIsNotBeforeCreationTests : CheckTests
{
    protected override string Check => "UpdateIsNotBeforeCreation";

    protected override IEnumerable<Scene> Holding =>
        [
            new("made and changed at once", Times("2026-01-15T10:30:00Z", "2026-01-15T10:30:00Z")),
            new("changed later", Times("2026-01-15T10:30:00Z", "2026-01-15T10:31:00Z")),
            new("changed later, told in another zone", Times("2026-01-15T10:30:00Z", "2026-01-15T09:31:00-01:00")),
            new("the change cut to whole seconds", Times("2026-01-15T10:30:00.900Z", "2026-01-15T10:30:00Z")),
            new("in a list", Listed("2026-01-15T10:30:00Z", "2026-01-15T10:30:05Z")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("changed an hour before", Times("2026-01-15T10:30:00Z", "2026-01-15T09:30:00Z")),
            new("changed three seconds before", Times("2026-01-15T10:30:03Z", "2026-01-15T10:30:00Z")),
            new("the other zone makes it earlier", Times("2026-01-15T10:30:00Z", "2026-01-15T10:31:00+01:00")),
            new("in a list", Listed("2026-01-15T10:30:00Z", "2024-01-15T10:30:00Z")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Of(Kept).Answering("create", 201, body, headers);

    private static SchemaNode Kept =>
        Sample.Object(
            20,
            Sample.Property("created_at", Sample.Text(21, "date-time")),
            Sample.Property("updated_at", Sample.Text(22, "date-time"), isRequired: false)
        );

    private static Recorded Times(string created, string updated) =>
        Of(Kept).Answering(201, $$"""{"created_at":"{{created}}","updated_at":"{{updated}}"}""");

    // The element's schema is a data model that the answer refers to, as in most specifications.
    private static Recorded Listed(string created, string updated) =>
        Of(
                Sample.Object(
                    18,
                    Sample.Property(
                        "orders",
                        new SchemaNode
                        {
                            Location = Sample.Line(19),
                            Types = JsonTypes.Array,
                            Items = new SchemaNode { Location = Sample.Line(19), Reference = Sample.At("Kept", 19) },
                        }
                    )
                )
            )
            .Answering(
                201,
                $$"""
                {"orders":[{"created_at":"2026-01-15T10:30:00Z"},{"created_at":"{{created}}","updated_at":"{{updated}}"}]}
                """
            );

    private static Recorded Of(SchemaNode schema)
    {
        var endpoint = Sample.CreateOrder with { Responses = [Sample.Response(201, schema, 20)] };
        var recorded = Recorded.Step();
        return recorded with
        {
            Endpoint = endpoint,
            Context = recorded.Context with
            {
                Specification = Sample.Specification with
                {
                    Endpoints = [endpoint],
                    DataModels = [new(Sample.At("Kept", 20), Kept)],
                },
            },
        };
    }
}
