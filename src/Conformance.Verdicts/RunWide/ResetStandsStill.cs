using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Two ends of fixed windows lie a whole window apart. It does not matter whether windows begin on the minute or with
/// a first request; an end that moves with every request belongs to a sliding window. Ends are only compared where
/// they are moments, and two seconds are left for rounding.
/// </summary>
internal sealed class ResetStandsStill : RunInvariant
{
    private const long FirstMoment = 1_000_000_000;
    private const long Rounding = 2;

    private readonly WindowReadings readings = new();
    private Located<string>? header;
    private JudgeContext? context;

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        header ??= seen.Specification.RateLimits?.Headers?.Reset;
        context ??= seen.Context;
        readings.Note(seen);
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments)
    {
        var compared = 0;
        var findings = new List<(Finding, ImmutableArray<Exchange>)>();
        foreach (var (counter, inOrder) in readings.ByCounter)
        {
            if (WindowOf(counter) is not { } window)
            {
                continue;
            }

            foreach (var (earlier, later) in Neighbours(inOrder, moments))
            {
                compared++;
                var moved = later.Reset - earlier.Reset;
                if (Math.Abs(moved) > Rounding && Math.Abs(moved) < window.TotalSeconds - Rounding)
                {
                    findings.Add((Finding(counter, earlier, later, window), [earlier.Exchange, later.Exchange]));
                    break;
                }
            }
        }

        return compared > 0
            ? RunJudgement.Broken(findings)
            : RunJudgement.NothingSeen(
                "several responses of one operation that say when its window ends",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{readings.Count} responses, of which no two can be compared"
                )
            );
    }

    private static IEnumerable<(WindowReading Earlier, WindowReading Later)> Neighbours(
        ImmutableArray<WindowReading> inOrder,
        ControlMoments moments
    )
    {
        var ends = inOrder.Where(r => r.Reset >= FirstMoment).ToArray();
        return ends.Zip(ends.Skip(1)).Where(pair => !moments.AnyBetween(pair.First.SentAt, pair.Second.AnsweredAt));
    }

    // Only the window whose limit is published tells how far apart its ends are.
    private TimeSpan? WindowOf(Counter counter) =>
        context is null
            ? null
            : PublishedLimits
                .Of(context, counter.Endpoint)
                .Where(l => l.Requests == counter.Limit)
                .Select(l => (TimeSpan?)l.Window)
                .FirstOrDefault();

    private Finding Finding(Counter counter, WindowReading earlier, WindowReading later, TimeSpan window) =>
        new(
            $"{counter.Endpoint.Name}, header {header?.Value}",
            Cited.At(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{earlier.Reset}, as {earlier.CaseId} was told, or an end {window.TotalSeconds:0} s from it"
                ),
                header?.Location ?? SourceLocation.None
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{later.Reset}, {later.Reset - earlier.Reset:+0;-0} s, in {later.CaseId}, {(later.SentAt - earlier.SentAt).TotalSeconds:0.0} s later"
            ),
            "name the end of the window the request was counted in, not a time from now"
        );
}
