using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>Postconditions: texts, or texts with a probe that observes them.</summary>
internal static class PostconditionReader
{
    public static ImmutableArray<Postcondition> Read(MappingReader reader, ScenarioScope scope) =>
        [
            .. Nodes(reader.Value("postconditions"))
                .Concat(Nodes(reader.Value("postcondition")))
                .Select(node => One(node, reader.Context, scope))
                .OfType<Postcondition>(),
        ];

    private static ImmutableArray<YamlNode> Nodes(YamlNode? node) =>
        node switch
        {
            null => [],
            YamlSequence list => list.Items,
            _ => [node],
        };

    private static Postcondition? One(YamlNode node, ReadingContext context, ScenarioScope scope)
    {
        if (node is not YamlMapping mapping)
        {
            return context.Text(node, "a postcondition") is { } plain ? new Postcondition(plain, null) : null;
        }

        var reader = new MappingReader(mapping, "a postcondition", context);
        var text = reader.RequiredText("text");
        var probe = reader.Mapping("probe", "a probe") is { } block ? Probe(block, scope) : null;
        reader.End();
        return text is null ? null : new Postcondition(text, probe);
    }

    private static PostconditionProbe? Probe(MappingReader reader, ScenarioScope scope)
    {
        var operation = reader.RequiredText("operation");
        var endpoint = scope.Endpoints.FirstOrDefault(e => e.OperationId.Value == operation?.Value);
        if (operation is not null && endpoint is null)
        {
            var known = scope.Endpoints.Select(e => e.OperationId.Value);
            reader.Context.Unresolved(operation.Location, "operation", operation.Value, [.. known]);
        }

        var status = reader.Integer("expected_status")?.Value ?? endpoint?.Success?.Status.Value ?? 200;
        var fields = reader
            .Entries("expected")
            .Select(e => KeyValuePair.Create(e.Key.Text, YamlJson.Element(e.Value)))
            .ToImmutableArray();
        reader.End();
        return endpoint is null ? null : new PostconditionProbe(endpoint, status, fields, reader.Location);
    }
}
