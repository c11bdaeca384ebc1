using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>A rule for integrations over HTTP that a standard, a draft or good practice lays down.</summary>
/// <param name="Id">Stable id, as requirements refer to it: <c>HTTP-05</c>.</param>
/// <param name="Binding">
/// How binding it is and by whose word: <c>MUST N</c> (a standard), <c>C</c> (where the contract says so), <c>D</c> (a
/// draft), <c>P</c> (a proposal); two of them where the contract can make more of it.
/// </param>
/// <param name="Statement">The rule, in a sentence. With MUST NOT and SHOULD NOT: what does not happen.</param>
/// <param name="Source">Where it is laid down.</param>
public sealed record StandardRule(string Id, string Binding, string Statement, string Source)
{
    /// <summary>What tests it: names of case sources, checks, invariants and the sentences they share.</summary>
    public ImmutableArray<string> TestedBy => RuleTesters.Of(Id);

    /// <summary>Why nothing tests it; null when something does.</summary>
    public string? Reason => IsTested ? null : ReasonWhenUntested;

    /// <summary>Why it would be right that nothing tests it; null where something must.</summary>
    internal string? ReasonWhenUntested { get; init; }

    /// <summary>Whether something tests it.</summary>
    public bool IsTested => !TestedBy.IsEmpty;
}
