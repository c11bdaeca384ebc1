using System.Collections.Immutable;

namespace Conformance.Specification.Rules;

/// <summary>A specification that a rule complains about, and a repaired one that it is silent about.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Bad">YAML with the problem.</param>
/// <param name="Good">YAML without it.</param>
internal sealed record RuleExample(string Id, string Bad, string Good)
{
    private const string Prefix = "RuleExamples.";

    /// <summary>The examples of a rule, the first the plainest; none when it has none.</summary>
    public static ImmutableArray<RuleExample> Of(string id)
    {
        using var stream = typeof(RuleExample).Assembly.GetManifestResourceStream($"{Prefix}{id}.yaml");
        if (stream is null)
        {
            return [];
        }

        using var reader = new StreamReader(stream);
        var documents = reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n---\n");
        return [.. documents.Select(Body).Chunk(2).Select(pair => new RuleExample(id, pair[0], pair[1]))];
    }

    /// <summary>Without the first line, which says whether it is the bad or the good one.</summary>
    private static string Body(string document) =>
        document[(document.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd() + "\n";

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Good}";
}
