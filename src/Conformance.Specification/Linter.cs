using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Rules;

namespace Conformance.Specification;

/// <summary>Looks for what a specification leaves open, contradicts or forgets.</summary>
public static class Linter
{
    /// <summary>Every rule there is, the loader's own included, ordered by id.</summary>
    public static ImmutableArray<RuleDescription> Rules { get; } =
    [
        .. LoaderRules
            .All.Concat(LintRules.All.Select(rule => rule.Description))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>What loading found and what the rules find, in one list ordered by place.</summary>
    /// <param name="loaded">A loaded specification, with or without errors.</param>
    public static ImmutableArray<Diagnostic> Lint(LoadResult loaded) =>
        loaded.Specification is null
            ? loaded.Diagnostics
            : DiagnosticOrder.Sort(loaded.Diagnostics.Concat(Lint(loaded.Specification)));

    /// <summary>What the rules find.</summary>
    /// <param name="specification">A loaded specification.</param>
    public static ImmutableArray<Diagnostic> Lint(IntegrationSpecification specification) =>
        DiagnosticOrder.Sort(LintRules.All.SelectMany(rule => rule.Check(specification)));
}
