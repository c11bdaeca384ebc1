using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Traces;

/// <summary>
/// Finds the attempts that belong together: same operation and line, and the same idempotency key, the same body or the
/// same request id, while none has succeeded. What succeeded is not tried again; the next such request is a new one.
/// </summary>
internal static class LogicalCalls
{
    /// <summary>The logical calls of a trace, in the order of their first attempts.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="habits">What the client does when nothing goes wrong.</param>
    /// <param name="requestIdHeader">The header that traces requests; null when there is none.</param>
    public static ImmutableArray<LogicalCall> Of(ScriptTrace trace, Habits habits, string? requestIdHeader)
    {
        var groups = new List<(List<SeenCall> Attempts, bool IsCertain)>();
        foreach (var call in trace.ApiCalls.Where(c => c.Endpoint is not null))
        {
            var at = groups.FindLastIndex(g =>
                g.Attempts[0].Endpoint == call.Endpoint
                && g.Attempts[0].Line == call.Line
                && !g.Attempts[^1].Succeeded
                && IsSame(g.Attempts[0], call, habits, requestIdHeader)
            );
            if (at < 0)
            {
                groups.Add(([call], true));
                continue;
            }

            var (attempts, isCertain) = groups[at];
            attempts.Add(call);
            groups[at] = (attempts, isCertain && IsCertainlySame(attempts[0], call, habits, requestIdHeader));
        }

        return [.. groups.Select(g => new LogicalCall([.. g.Attempts], g.IsCertain))];
    }

    private static bool IsSame(SeenCall first, SeenCall next, Habits habits, string? requestIdHeader) =>
        IsMarkedSame(first, next, requestIdHeader)
        || (
            first.Arrival.Body.Span.SequenceEqual(next.Arrival.Body.Span)
            && (first.Key == next.Key || habits.IsUnrepeated(first.Endpoint!))
        );

    private static bool IsCertainlySame(SeenCall first, SeenCall next, Habits habits, string? requestIdHeader) =>
        habits.IsUnrepeated(first.Endpoint!) || IsMarkedSame(first, next, requestIdHeader);

    private static bool IsMarkedSame(SeenCall first, SeenCall next, string? requestIdHeader) =>
        (first.Key is { } key && key == next.Key)
        || (
            requestIdHeader is not null
            && first.Arrival.Header(requestIdHeader) is { Length: > 0 } id
            && id == next.Arrival.Header(requestIdHeader)
        );
}
