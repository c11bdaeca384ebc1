using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>When attempts are made, and how long each may take.</summary>
/// <param name="Waits">One wait for each attempt.</param>
/// <param name="IsFromFirst">Whether waits count from the first attempt; otherwise from the one before.</param>
/// <param name="Patience">How long an answer is waited for.</param>
internal sealed record RetryPlan(ImmutableArray<TimeSpan> Waits, bool IsFromFirst, TimeSpan Patience)
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);

    /// <summary>Number of attempts.</summary>
    public int Attempts => Waits.Length;

    /// <summary>The plan that a specification declares; one attempt where it declares none.</summary>
    /// <remarks>Where the meaning of the times is undecided, they count from the first attempt.</remarks>
    public static RetryPlan Of(WebhookRetryPolicy? policy)
    {
        var isFromFirst = policy?.ScheduleMeaning?.Value is not "gaps";
        var waits = policy?.Schedule.Select(s => s.Value).ToList() ?? [];
        var attempts = policy?.Attempts?.Value ?? Math.Max(waits.Count, 1);
        if (waits.Count == attempts - 1)
        {
            waits.Insert(0, TimeSpan.Zero); // A list of the repetitions alone.
        }

        while (waits.Count < attempts)
        {
            waits.Add(Continued(waits, isFromFirst));
        }

        return new([.. waits.Take(attempts)], isFromFirst, policy?.SuccessTimeout ?? UsualPatience);
    }

    /// <summary>When an attempt is due.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="first">When the first one was made, or the event happened.</param>
    /// <param name="previous">When the one before was made, or the event happened.</param>
    public DateTimeOffset DueAt(int number, DateTimeOffset first, DateTimeOffset previous) =>
        (IsFromFirst ? first : previous) + Waits[number - 1];

    /// <summary>The plan with every wait multiplied.</summary>
    public RetryPlan Scaled(decimal factor) =>
        this with
        {
            Waits = [.. Waits.Select(w => TimeSpan.FromTicks((long)(w.Ticks * factor)))],
        };

    /// <summary>The plan with one attempt more, as long after the last as that is after the one before.</summary>
    public RetryPlan Extended() => this with { Waits = Waits.Add(Continued(Waits, IsFromFirst)) };

    private static TimeSpan Continued(IReadOnlyList<TimeSpan> waits, bool isFromFirst) =>
        waits switch
        {
            [] => TimeSpan.Zero,
            [var only] => only > TimeSpan.Zero ? only : TimeSpan.FromMinutes(1),
            [.., var one, var last] => isFromFirst ? last + (last - one) : last,
        };
}
