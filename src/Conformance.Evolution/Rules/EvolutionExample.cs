namespace Conformance.Evolution.Rules;

/// <summary>One contract in three versions: as it is, changed so that the rule breaks it, and changed compatibly.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Old">YAML as it is.</param>
/// <param name="Bad">YAML with the worst that the rule finds.</param>
/// <param name="Good">YAML with a change that the rule finds compatible, or does not find at all.</param>
internal sealed record EvolutionExample(string Id, string Old, string Bad, string Good)
{
    /// <summary>The example of a rule; null when it has none.</summary>
    public static EvolutionExample? Of(string id)
    {
        using var stream = typeof(EvolutionExample).Assembly.GetManifestResourceStream($"EvolutionExamples.{id}.yaml");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var documents = reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n---\n");
        return new EvolutionExample(id, Body(documents[0]), Body(documents[1]), Body(documents[2]));
    }

    /// <summary>Without the first line, which says which of the three it is.</summary>
    private static string Body(string document) =>
        document[(document.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd() + "\n";

    /// <inheritdoc />
    public override string ToString() => Id;
}
