using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Evolution;

/// <summary>One difference between two versions of a specification.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Impacts">What it means for both sides.</param>
/// <param name="Where">What it is about, as people say it, for example <c>POST /notes, request body: title</c>.</param>
/// <param name="Message">What is different, in one sentence.</param>
/// <param name="Old">Where it stands in the old version: the thing itself, or what would hold it.</param>
/// <param name="New">The same in the new version.</param>
public sealed record Change(
    EvolutionRuleDescription Rule,
    Impacts Impacts,
    string Where,
    string Message,
    SourceLocation Old,
    SourceLocation New
)
{
    /// <summary>Which way the message goes; null for what is no part of a message.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Other places that have the same difference, because they share a model.</summary>
    public ImmutableArray<string> AlsoIn { get; init; } = [];
}
