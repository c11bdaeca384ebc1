using System.Collections.Immutable;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html;

/// <summary>A finished run, with its findings numbered as the page numbers them.</summary>
internal sealed class PageRun
{
    private readonly ImmutableDictionary<string, int> numbers;

    /// <summary>Looks at a run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="server">Where sources can be read.</param>
    public PageRun(RunResult result, BuildServer server)
    {
        Result = result;
        Server = server;
        Findings = RunFindings.Group(result.Cases);
        Failures = [.. Findings.FailuresTogether];
        numbers = Failures
            .Concat(Findings.Warnings.Select(w => (IReadOnlyList<FindingGroup>)[w]))
            .SelectMany((groups, number) => groups.Select(g => (g.Cause, Number: number + 1)))
            .ToImmutableDictionary(c => c.Cause, c => c.Number);
    }

    /// <summary>The run.</summary>
    public RunResult Result { get; }

    /// <summary>Where sources can be read.</summary>
    public BuildServer Server { get; }

    /// <summary>What was found, by cause.</summary>
    public RunFindings Findings { get; }

    /// <summary>The causes of failures; those that show in the same cases are one thing to look at.</summary>
    public ImmutableArray<IReadOnlyList<FindingGroup>> Failures { get; }

    /// <summary>The number of a cause in the page, from 1; null when it has none.</summary>
    /// <param name="finding">A finding with this cause.</param>
    public int? NumberOf(Finding? finding) =>
        finding?.Cause is { } cause && numbers.TryGetValue(cause, out var number) ? number : null;

    /// <summary>The number of a cause in the page, from 1.</summary>
    /// <param name="group">The cause.</param>
    public int NumberOf(FindingGroup group) => numbers[group.Cause];
}
