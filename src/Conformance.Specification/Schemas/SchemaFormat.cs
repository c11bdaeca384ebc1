using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas;

/// <summary>One format: what it means and how it is checked.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="Meaning">What a value must be, as it follows "expected".</param>
internal sealed record SchemaFormat(string Name, string Meaning)
{
    /// <summary>Checks strings; null when the format says nothing about strings.</summary>
    public Func<string, bool>? Text { get; init; }

    /// <summary>Checks numbers; null when the format says nothing about numbers.</summary>
    public Func<JsonNumber, bool>? Number { get; init; }

    /// <summary>Whether the format is a hint for people and tools that no value can contradict.</summary>
    public bool IsAnnotation => Text is null && Number is null;
}
