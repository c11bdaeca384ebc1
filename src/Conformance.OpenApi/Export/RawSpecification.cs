using System.Collections.Immutable;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>The blocks of a specification as they are written, for what is carried to the letter.</summary>
internal sealed class RawSpecification(YamlMapping document)
{
    /// <summary>The endpoint blocks, in the order of the model.</summary>
    public ImmutableArray<YamlMapping> Endpoints { get; } =
    [
        .. ((document.Find("endpoints") as YamlSequence)?.Items ?? [])
            .Concat(
                document.Find("endpoint") switch
                {
                    YamlSequence many => many.Items,
                    YamlMapping one => [one],
                    _ => ImmutableArray<YamlNode>.Empty,
                }
            )
            .OfType<YamlMapping>()
            .Select(e => e.Find("endpoint") as YamlMapping ?? e),
    ];

    /// <summary>A section; null when it is absent.</summary>
    public YamlMapping? Section(string key) => document.Find(key) as YamlMapping;

    /// <summary>Whole sections as extensions of the same name.</summary>
    public void Carry(DraftBuilder into, params ReadOnlySpan<string> sections)
    {
        foreach (var section in sections)
        {
            into.Add(Extensions.Of(section), document.Find(section) is { } block ? Extensions.Pack(block) : null);
        }
    }

    /// <summary>What a block says beside some of its keys; null when that is nothing.</summary>
    public static Draft? Rest(YamlMapping? block, params ImmutableArray<string> said)
    {
        ImmutableArray<YamlEntry> rest = [.. block?.Entries.Where(e => !said.Contains(e.Key.Text)) ?? []];
        return rest.IsEmpty ? null : Extensions.Pack(new YamlMapping(rest, false, block!.File, block.Path, block.Span));
    }
}
