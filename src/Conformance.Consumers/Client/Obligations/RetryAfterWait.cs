using System.Globalization;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>How long a client waits that is told to.</summary>
internal static class RetryAfterWait
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.5);

    // What arrives so shortly after an answer was sent before the client had it.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(50);

    /// <summary>Judges the first refusal of a script.</summary>
    public static Ruling Judge(Observation seen, string script)
    {
        if (seen.Provoked(script).FirstOrDefault() is not { Call: { } call, Trace: { } trace })
        {
            return new Ruling.NotProvoked($"the client made no call that could be refused in script {script}");
        }

        var refusal = call.First;
        var due = Due(refusal);
        var early = trace.ApiCalls.Where(c => IsAffected(c, refusal, call)).FirstOrDefault(c => c.At < due - Tolerance);
        if (early is not null)
        {
            return Ruling.BrokenBy(
                new(
                    $"script {script}, {early.Line}",
                    $"nothing for {Timeline.Seconds(due - refusal.EndedAt)} (Retry-After: {refusal.Answer!.Header("Retry-After")})",
                    $"the next request after {Timeline.Seconds(Timeline.Pause(refusal, early))}: {Timeline.Of(call.Attempts)}",
                    "read Retry-After, and wait for as long before the next request to the same limit",
                    early
                )
            );
        }

        return call.IsRetried
            ? Ruling.Holds
            : new Ruling.NotProvoked(
                $"the client did not try again after {refusal.Outcome} in script {script}, so it was not seen to wait; {trace.EndText}"
            );
    }

    /// <summary>When the next request may come.</summary>
    private static DateTimeOffset Due(SeenCall refusal)
    {
        var told = refusal.Answer?.Header("Retry-After") ?? "0";
        return double.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? refusal.EndedAt + TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.Parse(told, CultureInfo.InvariantCulture);
    }

    private static bool IsAffected(SeenCall call, SeenCall refusal, LogicalCall logical) =>
        call.Arrival.Number > refusal.Arrival.Number
        && (
            logical.Attempts.Contains(call)
            || (
                refusal.Status is 429
                && call.Endpoint is not null
                && call.Endpoint == refusal.Endpoint
                && call.At > refusal.EndedAt + OnTheWay
            )
        );
}
