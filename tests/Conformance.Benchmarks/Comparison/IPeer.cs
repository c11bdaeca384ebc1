namespace Conformance.Benchmarks.Comparison;

/// <summary>A tool of others that is given the same requests and the same expectations.</summary>
internal interface IPeer
{
    /// <summary>Name and version, for the table.</summary>
    string Name { get; }

    /// <summary>Writes what the tool reads.</summary>
    /// <param name="exchanges">What it has to ask and to expect.</param>
    /// <param name="openApi">The contract as an OpenAPI document, with the schemas of all answers.</param>
    /// <param name="baseUrl">The target.</param>
    /// <param name="folder">Where it is written.</param>
    /// <returns>The command that runs it.</returns>
    IReadOnlyList<string> Prepare(
        IReadOnlyList<RecordedExchange> exchanges,
        string openApi,
        Uri baseUrl,
        string folder
    );
}
