using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>Writes requirements down: who says it and how binding it is, in the call's name.</summary>
public static class Sentences
{
    /// <summary>The specification itself demands it.</summary>
    public static Requirement Contract(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Of(id, RequirementLevel.Must, RequirementBasis.Contract, statement, location, references);

    /// <summary>The specification suggests it, or says it in passing.</summary>
    public static Requirement Advice(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Of(id, RequirementLevel.Should, RequirementBasis.Contract, statement, location, references);

    /// <summary>A published standard that the specification builds on demands it.</summary>
    public static Requirement Standard(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Of(id, RequirementLevel.Must, RequirementBasis.Standard, statement, location, references);

    /// <summary>A published standard recommends it.</summary>
    public static Requirement Recommended(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Of(id, RequirementLevel.Should, RequirementBasis.Standard, statement, location, references);

    /// <summary>An Internet-Draft recommends it; binds only where the specification adopts it.</summary>
    public static Requirement Draft(string id, string statement, SourceLocation location, params string[] references) =>
        Of(id, RequirementLevel.Should, RequirementBasis.Draft, statement, location, references);

    /// <summary>Good practice that nobody has agreed to; never fails a target.</summary>
    public static Requirement Proposal(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Of(id, RequirementLevel.Should, RequirementBasis.Proposal, statement, location, references);

    private static Requirement Of(
        string id,
        RequirementLevel level,
        RequirementBasis basis,
        string statement,
        SourceLocation location,
        string[] references
    ) => new(id, level, basis, statement, location) { References = [.. references] };
}
