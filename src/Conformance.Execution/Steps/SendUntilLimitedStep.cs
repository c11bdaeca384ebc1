using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Carries out <see cref="CaseStep.SendUntilLimited"/>.</summary>
internal sealed class SendUntilLimitedStep(
    RequestComposer composer,
    RequestSender sender,
    SendStep memory,
    RateCourtesy courtesy,
    TargetClock clock,
    TimeProvider time,
    UsedUpLimits usedUp
)
{
    private const int FirstOnes = 5;
    private const int MostAtOnce = 16;

    // A target that refuses in another way than by 429 does so again and again; a hiccup passes.
    private const int MostOtherRefusals = 3;
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
        if (usedUp.Find(step, clock.Now) is { } limit)
        {
            context.Log.Note($"The limit had been used up by {limit.CaseId}; its refusal is shared.");
            context.Log.Share(limit.Refusal, step.Name);
            context.Memory[step.Name] = limit.Memory;
            return null;
        }

        if (usedUp.UnmetBy(step) is { } other)
        {
            return Obstacles.Arrangement($"The limit was not met when {other} tried, so nothing can rest on it.");
        }

        var bucket = sender.BucketFor(step.Request);
        return !step.GoesOn && await courtesy.EmptyAsync(bucket, context, cancellationToken) is { } notEmpty
            ? notEmpty
            : await SendAllAsync(step, bucket, context, cancellationToken);
    }

    private async Task<Obstacle?> SendAllAsync(
        CaseStep.SendUntilLimited step,
        Bucket bucket,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var (atOnce, otherRefusals) = (1, 0);
        var inOneWindow = new AnswersOfOneWindow(step.Enough);
        for (var count = 0; count < step.AtMost && otherRefusals < MostOtherRefusals; count += atOnce)
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

            if (last.Exchange is { Response: { Status: 429 } refused } exchange)
            {
                courtesy.Refused(bucket, refused);
                usedUp.Note(step, context, exchange, context.Memory[step.Name], bucket.ShortestWindow ?? TimeSpan.Zero);
                return null;
            }

            if (inOneWindow.AreEnough(sent))
            {
                break;
            }

            otherRefusals = sent.All(s => s.Status >= 500) ? otherRefusals + sent.Length : 0;
        }

        if (!step.GoesOn)
        {
            usedUp.NoteUnmet(step, context);
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
        if (step.GoesOn || sent < FirstOnes || bucket.ShortestWindow is not { } window)
        {
            return 1;
        }

        var needed = elapsed / sent * step.AtMost / (clock.Real(window) / 2);
        return Math.Clamp((int)Math.Ceiling(needed), 1, MostAtOnce);
    }
}
