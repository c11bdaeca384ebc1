using System.Collections.Immutable;
using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Filtering;

/// <summary>
/// Chooses cases: <c>kind=validation_errors endpoint="POST /api/v1/orders" level=must</c>. All terms must hold; a term
/// may name several values with <c>|</c>, <c>*</c> and <c>?</c> stand for any text and any character, and <c>!=</c>
/// turns a term around.
/// </summary>
public sealed class CaseFilter
{
    private readonly ImmutableArray<FilterTerm> terms;

    private CaseFilter(ImmutableArray<FilterTerm> terms) => this.terms = terms;

    /// <summary>A filter that chooses every case.</summary>
    public static CaseFilter Everything { get; } = new([]);

    /// <summary>What can be written in a filter, one form a line.</summary>
    public static ImmutableArray<string> AcceptedForms { get; } =
    [
        "id=create-invoice/*/lines*",
        "kind=happy_path|validation_errors",
        "endpoint=create-invoice, endpoint=\"POST /invoices\"",
        "level=must|should|may",
        "tag=boundary",
        "origin=declared|derived",
        "requirement=create-invoice.request.body.*",
    ];

    /// <summary>Whether the filter chooses the case.</summary>
    /// <param name="contractCase">The case.</param>
    public bool Matches(ContractCase contractCase) => terms.All(term => term.Matches(contractCase));

    /// <summary>The chosen cases, in their order.</summary>
    /// <param name="cases">The cases to choose from.</param>
    public ImmutableArray<ContractCase> Apply(IEnumerable<ContractCase> cases) => [.. cases.Where(Matches)];

    /// <summary>A filter that chooses what both choose.</summary>
    /// <param name="other">The other filter.</param>
    public CaseFilter And(CaseFilter other) => new(terms.AddRange(other.terms));

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The expression; an empty one chooses every case.</param>
    public static CaseFilterResult Parse(string text) => new FilterReader(text).Read();

    internal static CaseFilter Of(ImmutableArray<FilterTerm> terms) => new(terms);
}
