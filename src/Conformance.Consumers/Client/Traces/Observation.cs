using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Traces;

/// <summary>All that was seen of a client, for obligations to be judged by. Immutable.</summary>
internal sealed partial class Observation
{
    private readonly ConcurrentDictionary<string, ImmutableArray<LogicalCall>> _logical = new(StringComparer.Ordinal);

    public Observation(IntegrationSpecification specification, Habits habits, ImmutableArray<ScriptTrace> traces)
    {
        (Specification, Habits, Traces) = (specification, habits, traces);
        RequestIdHeader = RequestIdHeaderOf(specification)?.Name.Value;
    }

    /// <summary>The contract.</summary>
    public IntegrationSpecification Specification { get; }

    /// <summary>What the client does when nothing goes wrong.</summary>
    public Habits Habits { get; }

    /// <summary>The scripts that were played, ordinary traffic first.</summary>
    public ImmutableArray<ScriptTrace> Traces { get; }

    /// <summary>The header that traces requests; null when the specification knows none.</summary>
    public string? RequestIdHeader { get; }

    /// <summary>All requests of all scripts.</summary>
    public IEnumerable<SeenCall> Calls => Traces.SelectMany(t => t.Calls);

    /// <summary>What was seen in a script; null when it was not played.</summary>
    public ScriptTrace? In(string script) => Traces.FirstOrDefault(t => t.Script == script);

    /// <summary>The logical calls of a trace.</summary>
    public ImmutableArray<LogicalCall> LogicalIn(ScriptTrace trace) =>
        _logical.GetOrAdd(trace.Script, _ => LogicalCalls.Of(trace, Habits, RequestIdHeader));

    /// <summary>The logical calls whose first attempt a script intervened in, with the trace.</summary>
    public IEnumerable<(ScriptTrace Trace, LogicalCall Call)> Provoked(params IEnumerable<string> scripts) =>
        from script in scripts
        let trace = In(script)
        where trace is not null
        from call in LogicalIn(trace)
        where
            call.First.Intervention is { Refusal: not null } or { Cut: not Simulator.Interventions.ConnectionCut.None }
        select (trace, call);

    /// <summary>The definition of the header that traces requests, or null.</summary>
    public static HeaderDefinition? RequestIdHeaderOf(IntegrationSpecification specification) =>
        specification.Endpoints.SelectMany(e => e.Headers).FirstOrDefault(h => Tracing().IsMatch(h.Name.Value));

    [GeneratedRegex(
        "(request|correlation|trace|tracking)[-_]?id$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Tracing();
}
