using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>The section <c>test_scenarios</c>: under every kind one scenario, or a list of them.</summary>
internal static class ScenariosReader
{
    private static readonly ImmutableArray<string> Kinds =
    [
        "happy_path",
        "validation_errors",
        "edge_cases",
        "idempotency",
        "rate_limit",
        "auth_refresh",
        "webhooks",
    ];

    public static ImmutableArray<TestScenario> Read(MappingReader section, ScenarioScope scope)
    {
        var blocks = section
            .Source.Entries.Where(e => Kinds.Contains(e.Key.Text))
            .SelectMany(e => Blocks(e, section.Context))
            .ToList();
        section.Ignore([.. Kinds]);
        section.End();
        var happy = blocks
            .Where(b => b.Kind == ScenarioKind.HappyPath)
            .Select(b => scope.Named(b.Reader))
            .OfType<Endpoint>()
            .ToImmutableArray();
        var targets = scope with { HappyPath = happy };
        return [.. blocks.Select(b => ScenarioReader.Read(b.Reader, b.Kind, targets)).OfType<TestScenario>()];
    }

    private static IEnumerable<(ScenarioKind Kind, MappingReader Reader)> Blocks(
        YamlEntry entry,
        ReadingContext context
    )
    {
        var kind = (ScenarioKind)Kinds.IndexOf(entry.Key.Text);
        ImmutableArray<YamlNode> nodes = entry.Value is YamlSequence list ? list.Items : [entry.Value];
        foreach (var node in nodes)
        {
            if (context.Mapping(node, "a scenario") is { } reader)
            {
                yield return (kind, reader);
            }
        }
    }
}
