using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics;

/// <summary>Collects what a reading finds, so that everything is reported together.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>More findings than this help nobody; the rest is counted.</summary>
    public const int Capacity = 500;

    private readonly List<Diagnostic> diagnostics = [];
    private int dropped;

    public bool HasErrors { get; private set; }

    /// <summary>Whether further findings are only counted, so that composing them is not worth the time.</summary>
    public bool IsFull => diagnostics.Count >= Capacity;

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (diagnostics.Count < Capacity)
        {
            diagnostics.Add(diagnostic);
        }
        else
        {
            dropped++;
        }
    }

    public void AddRange(DiagnosticBag other)
    {
        foreach (var diagnostic in other.diagnostics)
        {
            Add(diagnostic);
        }

        dropped += other.dropped;
    }

    /// <summary>Adds a finding of a rule, with the rule's own severity.</summary>
    public void Report(
        RuleDescription rule,
        SourceLocation location,
        string message,
        string? expected = null,
        string? actual = null,
        string? fix = null,
        params ReadOnlySpan<RelatedLocation> related
    ) =>
        Add(
            new Diagnostic(rule.Id, rule.Severity, message, location)
            {
                Expected = expected,
                Actual = actual,
                Fix = fix,
                Related = [.. related],
            }
        );

    public ImmutableArray<Diagnostic> ToSorted()
    {
        var sorted = DiagnosticOrder.Sort(diagnostics);
        return dropped == 0
            ? sorted
            : sorted.Add(
                new Diagnostic(
                    LoaderRules.Limit.Id,
                    Severity.Error,
                    $"{dropped} more findings are not shown; repair the first {Capacity} and lint again",
                    sorted[^1].Location
                )
            );
    }
}
