using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Judging;

namespace Conformance.Verdicts.Evidence;

/// <summary>The deliveries that one step of a case wrote down.</summary>
internal sealed class SeenDeliveries
{
    private readonly SeenCase seen;

    private SeenDeliveries(SeenCase seen, string step)
    {
        this.seen = seen;
        Step = step;
        All =
        [
            .. seen
                .Record.Exchanges.Where(e => e.Step == step && e.Delivery is not null)
                .Select(e => new SeenDelivery(e, seen.Context)),
        ];
    }

    /// <summary>Name of the step.</summary>
    public string Step { get; }

    /// <summary>All of them, in order.</summary>
    public ImmutableArray<SeenDelivery> All { get; }

    /// <summary>Name of the event that was waited for.</summary>
    public string Event => (seen.FindStep(Step) as CaseStep.AwaitDeliveries)?.Event ?? "";

    /// <summary>The attempts of the event that was waited for, in order.</summary>
    public IReadOnlyList<SeenDelivery> Attempts =>
        [.. All.Where(d => !d.Facts.IsRedirected && (d.Facts.EventType == Event || IsScripted))];

    /// <summary>Whether something kept the step from waiting as long as it should.</summary>
    public bool WasCutShort => seen.Record.Obstacle is not null;

    /// <summary>The deliveries of a step.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="step">Name of the step.</param>
    public static SeenDeliveries Of(SeenCase seen, string step) => new(seen, step);

    /// <summary>The place in words.</summary>
    public string Where => $"step {Step}, deliveries of {Event}";

    /// <summary>Says that there is nothing to judge.</summary>
    /// <param name="expected">What should have been seen.</param>
    public Judgement NothingToJudge(string expected) =>
        Judgement.NotJudged(
            Where,
            expected,
            seen.Record.Obstacle?.Reason ?? $"{Count(Attempts.Count)} of {Event} came",
            "see why the event was not delivered, or not waited for"
        );

    /// <summary>A number of deliveries in words.</summary>
    /// <param name="count">The number.</param>
    public static string Count(int count) =>
        count == 1 ? "1 delivery" : string.Create(CultureInfo.InvariantCulture, $"{count} deliveries");

    /// <summary>A stretch of the target's time in words: <c>1 min 6 s</c>.</summary>
    /// <param name="time">The time.</param>
    public static string Time(TimeSpan time)
    {
        var rounded = TimeSpan.FromSeconds(Math.Round(Math.Abs(time.TotalSeconds)));
        string[] parts =
        [
            .. rounded.TotalHours >= 1 ? [Number((int)rounded.TotalHours, "h")] : Array.Empty<string>(),
            .. rounded.Minutes > 0 ? [Number(rounded.Minutes, "min")] : Array.Empty<string>(),
            .. rounded.Seconds > 0 || rounded < TimeSpan.FromMinutes(1)
                ? [Number(rounded.Seconds, "s")]
                : Array.Empty<string>(),
        ];
        return string.Join(' ', parts);
    }

    /// <summary>The answer that the run gave to a delivery, in words.</summary>
    /// <param name="delivery">The delivery.</param>
    public static string Answer(SeenDelivery delivery) =>
        delivery.Exchange.Response is { } response
            ? response.Status.ToString(CultureInfo.InvariantCulture)
            : delivery.Exchange.Failure?.Message ?? "nothing";

    // What a script has answered was recognised by its event's id or its resource, whatever it calls itself.
    private bool IsScripted => seen.Case.Steps.Any(s => s is CaseStep.AnswerDeliveries);

    private static string Number(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
