using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Judging;

/// <summary>Writes obligations down: sentences whose subject is the consumer.</summary>
internal static class Demand
{
    /// <summary>The specification itself demands it.</summary>
    public static Requirement Contract(string id, string statement, SourceLocation location, string reference) =>
        Sentences.Contract(Id(id), statement, location, reference);

    /// <summary>The specification advises it.</summary>
    public static Requirement Advice(string id, string statement, SourceLocation location, string reference) =>
        Sentences.Advice(Id(id), statement, location, reference);

    /// <summary>A published standard demands it.</summary>
    public static Requirement Standard(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Sentences.Standard(Id(id), statement, location, references);

    /// <summary>A published standard recommends it.</summary>
    public static Requirement Recommended(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) => Sentences.Recommended(Id(id), statement, location, references);

    /// <summary>An Internet-Draft demands or recommends it.</summary>
    public static Requirement Draft(string id, string statement, SourceLocation location, string reference) =>
        Sentences.Draft(Id(id), statement, location, reference);

    /// <summary>Good practice that nobody has agreed to.</summary>
    public static Requirement Proposal(string id, string statement, SourceLocation location, string reference) =>
        Sentences.Proposal(Id(id), statement, location, reference);

    private static string Id(string id) => $"consumer.{id}";
}
