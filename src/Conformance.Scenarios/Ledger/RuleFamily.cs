using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Rules about one thing.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="Rules">The rules, in order.</param>
public sealed record RuleFamily(string Name, ImmutableArray<StandardRule> Rules);
