using System.Collections.Immutable;
using System.IO.Enumeration;
using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Filtering;

/// <summary>One term of a filter.</summary>
/// <param name="Key">What it asks for.</param>
/// <param name="Patterns">The values asked for; one of them must be met.</param>
/// <param name="IsNegated">Whether none of them must be met instead.</param>
internal sealed record FilterTerm(FilterKey Key, ImmutableArray<string> Patterns, bool IsNegated)
{
    /// <summary>Whether the case meets the term.</summary>
    public bool Matches(ContractCase contractCase) =>
        Key.Values(contractCase)
            .Any(value =>
                Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: true))
            ) != IsNegated;
}
