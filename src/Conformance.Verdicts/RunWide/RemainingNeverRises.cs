using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Inside a fixed window what is left only falls. Only responses whose order is certain are compared: the later
/// request was sent when the earlier one had been answered, both with the same credential to the same operation, and
/// nothing was done to the target in between. The earlier one succeeded, so that it was counted for good.
/// </summary>
internal sealed class RemainingNeverRises : RunInvariant
{
    private readonly WindowReadings readings = new();
    private Located<string>? header;

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        header ??= seen.Specification.RateLimits?.Headers?.Remaining;
        readings.Note(seen);
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments)
    {
        var compared = 0;
        var findings = new List<(Finding, ImmutableArray<Exchange>)>();
        foreach (var (counter, inOrder) in readings.ByCounter)
        {
            foreach (var window in inOrder.Where(r => r.Remaining is not null).GroupBy(r => r.Reset))
            {
                compared += FirstRise([.. window], moments, out var earlier, out var later);
                if (later is not null)
                {
                    findings.Add((Finding(counter, earlier!, later), [earlier!.Exchange, later.Exchange]));
                }
            }
        }

        return compared > 0
            ? RunJudgement.Broken([.. findings.DistinctBy(f => f.Item1.Where)])
            : RunJudgement.NothingSeen(
                "several responses of one window, one after the other",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{readings.Count} responses, of which no two can be compared"
                )
            );
    }

    // Walks through the requests in the order they were sent, with the least that was left in answers before each.
    private static int FirstRise(
        ImmutableArray<WindowReading> window,
        ControlMoments moments,
        out WindowReading? earlier,
        out WindowReading? later
    )
    {
        (earlier, later) = (null, null);
        var compared = 0;
        var answers = window.Where(r => r.IsSuccess).OrderBy(r => r.AnsweredAt).ToArray();
        var next = 0;
        WindowReading? least = null;
        foreach (var request in window)
        {
            for (; next < answers.Length && answers[next].AnsweredAt <= request.SentAt; next++)
            {
                least = least is null || answers[next].Remaining <= least.Remaining ? answers[next] : least;
            }

            if (least is null || least == request)
            {
                continue;
            }

            if (moments.AnyBetween(least.SentAt, request.AnsweredAt))
            {
                least = null;
                continue;
            }

            compared++;
            if (request.Remaining > least.Remaining && later is null)
            {
                (earlier, later) = (least, request);
            }
        }

        return compared;
    }

    private Finding Finding(Counter counter, WindowReading earlier, WindowReading later) =>
        new(
            $"{counter.Endpoint.Name}, header {header?.Value}",
            Cited.At(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"at most {earlier.Remaining}, as {earlier.CaseId} was told before in the window that ends at {earlier.Reset}"
                ),
                header?.Location ?? SourceLocation.None
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{later.Remaining} with status {later.Exchange.Response!.Status}, in {later.CaseId}"
            ),
            "count each request once, in one place, and publish what is left after it"
        );
}
