using System.Collections.Concurrent;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>
/// The limits that this run has used up and that are used up still. Using one up is what costs a run most, in requests
/// and in waiting for a fresh window; the cases about one limit run one after another and share it.
/// </summary>
internal sealed class UsedUpLimits
{
    // What is about to end may have ended when the next request arrives.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, string> unmet = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UsedUpLimit> limits = new(StringComparer.Ordinal);

    /// <summary>Remembers that a limit was used up.</summary>
    /// <param name="step">The step that used it up.</param>
    /// <param name="context">The case it belongs to.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="memory">What is remembered of it.</param>
    /// <param name="window">The published window; a refusal that says nothing is taken to last that long.</param>
    public void Note(
        CaseStep.SendUntilLimited step,
        CaseContext context,
        Exchange refusal,
        StepMemory memory,
        TimeSpan window
    )
    {
        var told = RetryAfter.Of(memory.Response!, memory.At);
        var lasts = told < window ? told.Value : window;
        limits[Key(step)] = new(context.Id, refusal, memory, memory.At + lasts);
    }

    /// <summary>Remembers that a limit was not met, so that no other case tries again.</summary>
    /// <param name="step">The step that should have met it.</param>
    /// <param name="context">The case it belongs to.</param>
    public void NoteUnmet(CaseStep.SendUntilLimited step, CaseContext context) => unmet[Key(step)] = context.Id;

    /// <summary>The case that did not meet the limit; null when none tried, or the step tries for itself.</summary>
    /// <param name="step">The step that needs it used up.</param>
    public string? UnmetBy(CaseStep.SendUntilLimited step) =>
        step.IsShared && unmet.TryGetValue(Key(step), out var id) ? id : null;

    /// <summary>The limit as another case used it up; null when none did, or when it may have room again.</summary>
    /// <param name="step">The step that needs it used up.</param>
    /// <param name="now">The target's time.</param>
    public UsedUpLimit? Find(CaseStep.SendUntilLimited step, DateTimeOffset now) =>
        step.IsShared && limits.TryGetValue(Key(step), out var limit) && now + Margin < limit.Until ? limit : null;

    private static string Key(CaseStep.SendUntilLimited step) => $"{step.Request.Method} {step.Request.Path}";
}

/// <summary>A limit that was used up.</summary>
/// <param name="CaseId">The case that did it.</param>
/// <param name="Refusal">The first refusal.</param>
/// <param name="Memory">What is remembered of it.</param>
/// <param name="Until">When it ends, in the target's time.</param>
internal sealed record UsedUpLimit(string CaseId, Exchange Refusal, StepMemory Memory, DateTimeOffset Until);
