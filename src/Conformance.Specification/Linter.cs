using System.Collections.Frozen;
using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Rules;
using Conformance.Specification.Suppression;

namespace Conformance.Specification;

/// <summary>Looks for what a specification leaves open, contradicts or forgets.</summary>
public static class Linter
{
    /// <summary>Every rule there is, the loader's own included, ordered by id.</summary>
    public static ImmutableArray<RuleDescription> Rules { get; } =
    [
        .. LoaderRules
            .All.Concat(SchemaRules.Others)
            .Concat(SuppressionRules.All)
            .Concat(LintRules.All.Select(rule => rule.Description))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static readonly FrozenSet<string> Known = Rules.Select(r => r.Id).ToFrozenSet();

    private static readonly FrozenSet<string> Advisory = Rules.Where(r => r.IsAdvisory).Select(r => r.Id).ToFrozenSet();

    /// <summary>Whether a finding keeps a specification from being run: an error that is not about quality alone.</summary>
    /// <param name="diagnostic">A finding.</param>
    public static bool StopsRun(Diagnostic diagnostic) =>
        diagnostic.Severity == Severity.Error && !Advisory.Contains(diagnostic.Id);

    /// <summary>What loading found and what the rules find, in one list ordered by place, without what comments accept.</summary>
    /// <param name="loaded">A loaded specification, with or without errors.</param>
    /// <param name="options">Severities and clock; null for the rules' own.</param>
    public static ImmutableArray<Diagnostic> Lint(LoadResult loaded, LintOptions? options = null) =>
        LintAll(loaded, options).Diagnostics;

    /// <summary>What loading found and what the rules find, and what of it comments accept.</summary>
    /// <param name="loaded">A loaded specification, with or without errors.</param>
    /// <param name="options">Severities and clock; null for the rules' own.</param>
    public static LintResult LintAll(LoadResult loaded, LintOptions? options = null)
    {
        options ??= new LintOptions();
        if (loaded.Specification is null)
        {
            return new LintResult(loaded.Diagnostics, []);
        }

        var configuration = options.Configuration;
        var findings = DiagnosticOrder.Sort(
            loaded
                .Diagnostics.Select(d => Loaded(d, configuration))
                .Concat(Lint(loaded.Specification).Select(configuration.Apply))
                .OfType<Diagnostic>()
        );
        var accepted = new List<SuppressedDiagnostic>();
        var suppressor = new Suppressor(
            DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime),
            Known,
            configuration
                .Rules.Where(r => r.Value is null)
                .Select(r => r.Key)
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        );
        var remaining = suppressor.Apply(findings, loaded.Sources, accepted);
        return new LintResult(DiagnosticOrder.Sort(remaining), [.. accepted]);
    }

    /// <summary>What the rules find, with the rules' own severities.</summary>
    /// <param name="specification">A loaded specification.</param>
    public static ImmutableArray<Diagnostic> Lint(IntegrationSpecification specification)
    {
        // Rules know nothing of each other.
        var found = new Diagnostic[LintRules.All.Length][];
        Parallel.For(0, found.Length, i => found[i] = [.. LintRules.All[i].Check(specification)]);
        return DiagnosticOrder.Sort(found.SelectMany(f => f));
    }

    /// <summary>What could not be read is an error, whatever a configuration says.</summary>
    private static Diagnostic? Loaded(Diagnostic finding, Configuration.LintConfiguration configuration) =>
        finding.Severity == Severity.Error ? finding : configuration.Apply(finding);
}
