namespace Conformance.Specification.Schemas.Validation;

/// <summary>Unwinds the compilation of one keyword; it never leaves <see cref="SchemaCompiler"/>.</summary>
/// <param name="kind">What kind of problem it is.</param>
/// <param name="message">What is wrong, without a full stop.</param>
internal sealed class InvalidKeywordException(SchemaProblemKind kind, string message) : Exception(message)
{
    /// <summary>What kind of problem it is.</summary>
    public SchemaProblemKind Kind { get; } = kind;
}
