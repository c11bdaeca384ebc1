using System.Collections.Immutable;
using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios;

/// <summary>What the compiler made of a specification.</summary>
/// <param name="Cases">The cases in the order they are carried out.</param>
/// <param name="Omissions">What is not tested, with the reason.</param>
public sealed record CaseCompilation(ImmutableArray<ContractCase> Cases, ImmutableArray<Omission> Omissions);
