using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>The sections <c>endpoints</c> (a list of endpoint blocks) and <c>endpoint</c> (one block).</summary>
internal static class EndpointsReader
{
    public static ImmutableArray<Endpoint> Read(MappingReader root, ResponseReader responses)
    {
        var nodes = root.Items("endpoints").AddRange(Single(root.Value("endpoint")));
        var endpoints = nodes
            .Select(node => Unwrap(node, root.Context))
            .OfType<MappingReader>()
            .Select(reader => EndpointReader.Read(reader, responses))
            .OfType<Endpoint>()
            .ToImmutableArray();
        ReportTwins(endpoints, e => e.Name, e => e.Method.Location, "operation", root.Context.Diagnostics);
        ReportTwins(
            endpoints,
            e => e.OperationId.Value,
            e => e.OperationId.Location,
            "operation_id",
            root.Context.Diagnostics
        );
        return endpoints;
    }

    private static ImmutableArray<YamlNode> Single(YamlNode? node) =>
        node switch
        {
            null => [],
            YamlSequence list => list.Items,
            _ => [node],
        };

    /// <summary>An entry is the block itself, or the block under the key <c>endpoint</c>.</summary>
    private static MappingReader? Unwrap(YamlNode node, ReadingContext context)
    {
        if (context.Mapping(node, "an endpoint") is not { } outer || outer.Source.Find("endpoint") is null)
        {
            return node is YamlMapping mapping ? new MappingReader(mapping, "an endpoint", context) : null;
        }

        var inner = outer.Mapping("endpoint", "an endpoint");
        outer.End();
        return inner;
    }

    private static void ReportTwins(
        ImmutableArray<Endpoint> endpoints,
        Func<Endpoint, string> key,
        Func<Endpoint, SourceLocation> place,
        string what,
        DiagnosticBag diagnostics
    )
    {
        foreach (var twins in endpoints.GroupBy(key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            foreach (var twin in twins.Skip(1))
            {
                diagnostics.Report(
                    LoaderRules.DuplicateKey,
                    place(twin),
                    $"{what} '{twins.Key}' is declared twice (first at line {place(twins.First()).Line})",
                    fix: "remove one of the two, or give them different names",
                    related: [new RelatedLocation("first declared here", place(twins.First()))]
                );
            }
        }
    }
}
