using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Endpoints;
using Conformance.Specification.Reading.Inference;
using Conformance.Specification.Reading.Scenarios;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Reading.Sequences;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>Binds the tree of a whole document to the model, section by section, in the order they need each other.</summary>
internal static class SpecificationReader
{
    public static IntegrationSpecification Read(YamlMapping document, string fileName, DiagnosticBag diagnostics)
    {
        var models = document.Find("data_models") as YamlMapping;
        ReadingContext context = new(diagnostics, models is null ? [] : [.. models.Entries.Select(e => e.Key.Text)]);
        var root = new MappingReader(document, "the specification", context);
        var specification = Sections(root, fileName);
        root.End();
        Completeness.Report(root, context);
        return specification;
    }

    private static IntegrationSpecification Sections(MappingReader root, string fileName)
    {
        var dataModels = ModelNesting.Bounded(DataModels(root), root.Context.Diagnostics);
        var byName = dataModels.ToDictionary(m => m.Name.Value, m => m.Schema, StringComparer.Ordinal);
        var errorFormat = Section(root, "error_format", ErrorFormatReader.Read);
        var rateLimits = Section(root, "rate_limits", r => RateLimitsReader.Read(r, errorFormat));
        var shared = Section(root, "idempotency", IdempotencyReader.Read);
        var roles = new ResourceRoles(byName);
        var responses = new ResponseReader(errorFormat, rateLimits?.ExceededResponse);
        ImmutableArray<Endpoint> endpoints =
        [
            .. EndpointsReader
                .Read(root, responses)
                .Select(e => EndpointLimits.Complete(e, rateLimits))
                .Select(e => IdempotencyKeys.Complete(e, shared))
                .Select(roles.Complete),
        ];
        var scope = new ScenarioScope(endpoints, new FieldSearch(byName));
        var webhooks = Section(root, "webhooks", WebhooksReader.Read);
        var authentication = Section(root, "authentication", AuthenticationReader.Read);
        var errorCodes = ErrorCodesReader.Read(root);
        TriggerReferences.Check(webhooks, endpoints, root.Context);
        return new IntegrationSpecification
        {
            Info =
                Section(root, "info", r => InfoReader.Read(r, fileName))
                ?? new(new(fileName, root.Location), null, null, [], null, null, null, root.Location),
            Overview = Section(root, "overview", OverviewReader.Read),
            Authentication = authentication,
            Endpoints = endpoints,
            DataModels = dataModels,
            ErrorFormat = errorFormat is null ? null : ErrorDetails.Complete(errorFormat, endpoints),
            ErrorCodes = errorCodes,
            RateLimits = rateLimits,
            Webhooks = webhooks,
            SequenceDiagrams = Diagrams(root, new(endpoints, webhooks, errorCodes, authentication?.TokenEndpoint)),
            TestScenarios =
                Section(root, "test_scenarios", r => new Boxed(ScenariosReader.Read(r, scope)))?.Scenarios ?? [],
            Environments = EnvironmentsReader.Read(root),
            Profiles = ProfilesReader.Read(root),
            Digest = "",
        };
    }

    private static T? Section<T>(MappingReader root, string key, Func<MappingReader, T?> read)
        where T : class => root.Mapping(key, $"the section '{key}'") is { } section ? read(section) : null;

    private static ImmutableArray<DataModel> DataModels(MappingReader root) =>
        [
            .. root.Entries("data_models")
                .Select(e => new DataModel(
                    new Located<string>(e.Key.Text, e.Key.Location),
                    SchemaReader.Read(e.Value, root.Context)
                )),
        ];

    private static ImmutableArray<SequenceDiagram> Diagrams(MappingReader root, DiagramScope scope) =>
        [
            .. new[] { "sequence_diagrams", "sequence_diagram" }
                .Where(key => root.Value(key) is not null)
                .SelectMany(key => new SequenceDiagramReader(scope).Read(root.Source.Entry(key)!, root.Context)),
        ];

    private sealed record Boxed(ImmutableArray<TestScenario> Scenarios);
}
