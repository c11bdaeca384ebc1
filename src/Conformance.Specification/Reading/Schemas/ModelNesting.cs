using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas.Writing;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>
/// How deep data models refer to each other. Whatever follows references goes as deep as they do, so they are bounded
/// where they are read; models that refer to themselves are fine.
/// </summary>
internal sealed class ModelNesting
{
    private readonly ILookup<string, SchemaNode> byName;
    private readonly Dictionary<string, int> levels = new(StringComparer.Ordinal);
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);

    private ModelNesting(ImmutableArray<DataModel> models) =>
        byName = models.ToLookup(m => m.Name.Value, m => m.Schema, StringComparer.Ordinal);

    /// <summary>The models; with a finding, and without what they say, when they nest too deep for anything to be done with them.</summary>
    /// <param name="models">The models.</param>
    /// <param name="diagnostics">Takes the finding.</param>
    public static ImmutableArray<DataModel> Bounded(ImmutableArray<DataModel> models, DiagnosticBag diagnostics)
    {
        var nesting = new ModelNesting(models);
        if (models.FirstOrDefault(m => nesting.Of(m.Name.Value) > YamlLimits.MaxModelLevels) is not { } deep)
        {
            return models;
        }

        diagnostics.Report(
            LoaderRules.Limit,
            deep.Name.Location,
            $"'{deep.Name.Value}' leads through more than {YamlLimits.MaxModelLevels} data models",
            $"references over at most {YamlLimits.MaxModelLevels} models",
            fix: "write some of the models out where they are used"
        );
        return [.. models.Select(m => m with { Schema = new SchemaNode { Location = m.Schema.Location } })];
    }

    private int Of(string name)
    {
        if (levels.TryGetValue(name, out var known))
        {
            return known;
        }

        // What goes on above the bound does not matter, and neither does a way back to where one came from.
        if (entered.Count > YamlLimits.MaxModelLevels || !entered.Add(name))
        {
            return entered.Count > YamlLimits.MaxModelLevels ? 1 : 0;
        }

        var below = byName[name].SelectMany(References).Distinct(StringComparer.Ordinal).Select(Of);
        var level = 1 + below.DefaultIfEmpty(0).Max();
        entered.Remove(name);
        return levels[name] = level;
    }

    private static IEnumerable<string> References(SchemaNode node) =>
        SchemaNodes
            .ChildrenOf(node)
            .SelectMany(References)
            .Concat(node.Reference is { } reference ? [reference.Value] : Array.Empty<string>());
}
