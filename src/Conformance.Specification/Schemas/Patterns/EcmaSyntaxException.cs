namespace Conformance.Specification.Schemas.Patterns;

/// <summary>Unwinds the parser at the first error; it never leaves <see cref="EcmaPattern"/>.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">0-based position in UTF-16 units.</param>
internal sealed class EcmaSyntaxException(string message, int position) : Exception(message)
{
    /// <summary>0-based position in UTF-16 units.</summary>
    public int Position { get; } = position;
}
