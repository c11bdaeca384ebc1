using System.Collections.Immutable;

namespace Conformance.Execution.Ledger;

/// <summary>What became of the resources a run created.</summary>
/// <param name="Created">How many the run created.</param>
/// <param name="Removed">How many it removed, or found removed.</param>
/// <param name="LeftBehind">What is left, each with the command that removes it, secrets masked.</param>
public sealed record CleanupReport(int Created, int Removed, ImmutableArray<string> LeftBehind);
