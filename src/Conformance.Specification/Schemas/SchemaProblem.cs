namespace Conformance.Specification.Schemas;

/// <summary>Why a schema cannot be enforced, or not wholly.</summary>
public enum SchemaProblemKind
{
    /// <summary>A keyword that the draft does not have and nothing enforces.</summary>
    UnsupportedKeyword,

    /// <summary>A format that is not checked.</summary>
    UnknownFormat,

    /// <summary>A keyword whose value is not what the keyword takes.</summary>
    InvalidKeyword,

    /// <summary>A regular expression that ECMA-262 does not allow, or that is not supported.</summary>
    InvalidPattern,

    /// <summary>A reference that leads nowhere, or in a circle.</summary>
    UnresolvedReference,
}

/// <summary>Something in a schema that is not enforced.</summary>
/// <param name="Kind">What kind of problem it is.</param>
/// <param name="Pointer">JSON Pointer of the keyword in the schema document.</param>
/// <param name="Keyword">The keyword.</param>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
public sealed record SchemaProblem(SchemaProblemKind Kind, string Pointer, string Keyword, string Message)
{
    /// <summary>Whether the schema must not be used: otherwise the keyword is ignored, as JSON Schema demands of
    /// unknown keywords and formats.</summary>
    public bool IsFatal => Kind is not (SchemaProblemKind.UnsupportedKeyword or SchemaProblemKind.UnknownFormat);
}
