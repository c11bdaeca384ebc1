using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>How binding a requirement is (RFC 2119).</summary>
public enum RequirementLevel
{
    /// <summary>A target that does not meet it fails.</summary>
    Must,

    /// <summary>A target that does not meet it gets a warning.</summary>
    Should,

    /// <summary>Only recorded.</summary>
    May,
}

/// <summary>Where the authority of a requirement comes from.</summary>
public enum RequirementBasis
{
    /// <summary>A published standard (N).</summary>
    Standard,

    /// <summary>The integration specification itself (C).</summary>
    Contract,

    /// <summary>An Internet-Draft or community specification (D); binds only when the contract adopts it.</summary>
    Draft,

    /// <summary>A rule proposed by this tool (P); never fails a target by default.</summary>
    Proposal,
}

/// <summary>One sentence that a target can keep or break.</summary>
/// <param name="Id">Stable id derived from the specification's structure, for example
/// <c>create-order.request.body.items[].quantity.minimum</c>.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Basis">Who says so.</param>
/// <param name="Statement">The sentence, in the form "The target MUST ...".</param>
/// <param name="Location">The specification's own line.</param>
public sealed record Requirement(
    string Id,
    RequirementLevel Level,
    RequirementBasis Basis,
    string Statement,
    SourceLocation Location
)
{
    /// <summary>Sections of standards and catalogue ids behind it, for example <c>RFC 6749 section 5.1</c> or <c>TOK-11</c>.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Whether breaking it fails a target by default: a MUST that a standard or the contract states.</summary>
    public bool Gates =>
        Level is RequirementLevel.Must && Basis is (RequirementBasis.Standard or RequirementBasis.Contract);
}
