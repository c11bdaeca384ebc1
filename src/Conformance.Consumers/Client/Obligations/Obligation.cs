using System.Collections.Immutable;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Traces;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Something a specification obliges its clients to. One file each.</summary>
internal abstract class Obligation
{
    /// <summary>Its cases for a specification; none when the specification does not speak of it.</summary>
    public abstract IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification);

    /// <summary>A case.</summary>
    protected static ClientCase Case(
        ScenarioKind kind,
        string slug,
        string title,
        Requirement requirement,
        ImmutableArray<string> scripts,
        Func<Observation, Ruling> judge
    ) => new($"consumer/{KindNames.Of(kind)}/{slug}", title, kind, requirement, scripts, judge);

    /// <summary>Where a script shows something.</summary>
    protected static string In(ScriptTrace trace) => $"script {trace.Script}";

    /// <summary>Nothing was provoked in scripts, with the reason.</summary>
    protected static Ruling NotSeen(Observation seen, string what, params IEnumerable<string> scripts)
    {
        var ends = scripts.Select(seen.In).OfType<ScriptTrace>().Select(t => $"in script {t.Script} {t.EndText}");
        return new Ruling.NotProvoked($"{what}; {string.Join(", ", ends)}");
    }

    /// <summary>Whether the client goes on in a script as it does ordinarily: broken when operations are missing.</summary>
    protected static Ruling GoesOn(Observation seen, string script, string expected, string fix)
    {
        if (seen.In(script) is not { } trace || trace.Calls.All(c => c.Intervention is null))
        {
            return NotSeen(seen, "the client asked for nothing that could be changed", script);
        }

        var done = trace.ApiCalls.Where(c => c.Succeeded).Select(c => c.Endpoint).ToHashSet();
        string[] missing =
        [
            .. seen.Traces[0]
                .ApiCalls.Where(c => c.Succeeded && c.Endpoint is not null)
                .Select(c => c.Endpoint!)
                .Distinct()
                .Where(e => !done.Contains(e))
                .Select(e => e.Name),
        ];
        return missing.Length == 0
            ? Ruling.Holds
            : Ruling.BrokenBy(
                new(
                    In(trace),
                    expected,
                    $"{Timeline.Of([.. trace.Calls])}; then {trace.EndText}, without {string.Join(", ", missing)}",
                    fix,
                    trace.Calls.LastOrDefault()
                )
            );
    }

    /// <summary>The pauses in few words.</summary>
    protected static string Told(IEnumerable<TimeSpan> pauses) => string.Join(", ", pauses.Select(Timeline.Seconds));
}
