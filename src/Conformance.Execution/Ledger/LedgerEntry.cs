namespace Conformance.Execution.Ledger;

/// <summary>A resource that the run created.</summary>
/// <param name="Type">Its type, as the specification names it.</param>
/// <param name="Id">Its identifier.</param>
internal sealed record LedgerEntry(string Type, string Id);
