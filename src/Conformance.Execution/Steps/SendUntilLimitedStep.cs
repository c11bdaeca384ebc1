using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Carries out <see cref="CaseStep.SendUntilLimited"/>, in a window that nobody used before.</summary>
internal sealed class SendUntilLimitedStep(
    RequestComposer composer,
    RequestSender sender,
    SendStep memory,
    RateCourtesy courtesy,
    TargetClock clock,
    TimeProvider time
)
{
    private const int FirstOnes = 5;
    private const int MostAtOnce = 16;
    private static readonly SendManner Manner = new(
        LimitEntry.Regardless,
        RepeatsThrottled: false,
        ExpectsRefusal: false
    );

    /// <summary>Sends until refused with 429, or until the step's bound.</summary>
    public async Task<Obstacle?> RunAsync(
        CaseStep.SendUntilLimited step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var bucket = sender.BucketFor(step.Request);
        if (await courtesy.EmptyAsync(bucket, context, cancellationToken) is { } notEmpty)
        {
            return notEmpty;
        }

        var started = time.GetTimestamp();
        var atOnce = 1;
        for (var count = 0; count < step.AtMost; count += atOnce)
        {
            atOnce = Math.Min(AtOnce(step, bucket, count, time.GetElapsedTime(started)), step.AtMost - count);
            var batch = Enumerable.Range(0, atOnce).Select(_ => SendAsync(step, context, cancellationToken));
            var sent = await Task.WhenAll(batch);
            var last = sent.FirstOrDefault(s => s.Status == 429, sent[^1]);
            memory.Remember(step.Name, last, context);
            if (sent.Select(s => s.Obstacle).FirstOrDefault(o => o is not null) is { } obstacle)
            {
                return obstacle;
            }

            if (last.Exchange?.Response is { Status: 429 } refused)
            {
                courtesy.Refused(bucket, refused);
                return null;
            }
        }

        return null;
    }

    private async Task<Sent> SendAsync(
        CaseStep.SendUntilLimited step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var (request, problem) = composer.Compose(step.Request, context);
        return request is null
            ? new(null, null, problem)
            : await sender.SendAsync(request, step.Request, Manner, context, cancellationToken);
    }

    // One at a time shows best how the limit counts. A slow target is asked several at once, or the window would be
    // over before the limit is.
    private int AtOnce(CaseStep.SendUntilLimited step, Bucket bucket, int sent, TimeSpan elapsed)
    {
        if (sent < FirstOnes || bucket.ShortestWindow is not { } window)
        {
            return 1;
        }

        var needed = elapsed / sent * step.AtMost / (clock.Real(window) / 2);
        return Math.Clamp((int)Math.Ceiling(needed), 1, MostAtOnce);
    }
}
