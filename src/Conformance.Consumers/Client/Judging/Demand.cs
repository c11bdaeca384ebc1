using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Judging;

/// <summary>Writes obligations down: who states them and how binding they are, in the call's name.</summary>
internal static class Demand
{
    /// <summary>The specification itself demands it.</summary>
    public static Requirement Contract(string id, string statement, SourceLocation location, string reference) =>
        Of(id, RequirementLevel.Must, RequirementBasis.Contract, statement, location, reference);

    /// <summary>The specification advises it.</summary>
    public static Requirement Advice(string id, string statement, SourceLocation location, string reference) =>
        Of(id, RequirementLevel.Should, RequirementBasis.Contract, statement, location, reference);

    /// <summary>A published standard demands it.</summary>
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

    /// <summary>An Internet-Draft demands or recommends it.</summary>
    public static Requirement Draft(string id, string statement, SourceLocation location, string reference) =>
        Of(id, RequirementLevel.Should, RequirementBasis.Draft, statement, location, reference);

    /// <summary>Good practice that nobody has agreed to.</summary>
    public static Requirement Proposal(string id, string statement, SourceLocation location, string reference) =>
        Of(id, RequirementLevel.Should, RequirementBasis.Proposal, statement, location, reference);

    private static Requirement Of(
        string id,
        RequirementLevel level,
        RequirementBasis basis,
        string statement,
        SourceLocation location,
        params string[] references
    ) => new($"consumer.{id}", level, basis, statement, location) { References = [.. references] };
}
