namespace Conformance.Evolution.Writing;

/// <summary>How a comparison is written.</summary>
public enum ComparisonFormat
{
    /// <summary>For people, with the lines of both files.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For a pull request.</summary>
    Markdown,
}
