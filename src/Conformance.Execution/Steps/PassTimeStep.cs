using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Carries out <see cref="CaseStep.PassTime"/>.</summary>
internal sealed class PassTimeStep(TargetClock clock)
{
    private static readonly TimeSpan ALittleMore = TimeSpan.FromSeconds(1);

    /// <summary>Lets the time pass, or says why it cannot.</summary>
    public async Task<Obstacle?> RunAsync(
        CaseStep.PassTime step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var (moment, why) = Moment(step.Amount, context);
        return moment is { } until
            ? await clock.PassUntilAsync(until, why, step.Name, context.Log, cancellationToken)
            : Obstacles.Arrangement(why);
    }

    private (DateTimeOffset? Moment, string Why) Moment(TimeSource amount, CaseContext context) =>
        amount switch
        {
            TimeSource.Fixed { Duration: var duration } => (clock.Now + duration, "for the target's time to pass"),
            TimeSource.RetryAfterOf { Step: var step } => AfterRefusal(step, context),
            TimeSource.HalfRetryAfterOf { Step: var step } => BeforeEndOf(step, context),
            TimeSource.UntilTokenExpiry expiry => AtExpiry(expiry, context),
            _ => throw new NotSupportedException($"Unknown time source {amount.GetType().Name}."),
        };

    private static (DateTimeOffset? Moment, string Why) AfterRefusal(string step, CaseContext context)
    {
        if (!context.Memory.TryGetValue(step, out var memory) || memory.Response is not { } response)
        {
            return (null, $"'{step}' got no response, so there is nothing to wait for.");
        }

        return RetryAfter.Of(response, memory.At) is { } wait
            ? (memory.At + wait + ALittleMore, $"as Retry-After of '{step}' says")
            : (null, $"The response to '{step}' ({response.Status}) has no Retry-After in seconds or as an HTTP-date.");
    }

    // A refusal that tells no time has nothing to come too early for; the step that waits for its end says so.
    private static (DateTimeOffset? Moment, string Why) BeforeEndOf(string step, CaseContext context) =>
        context.Memory.TryGetValue(step, out var memory)
        && memory.Response is { } response
        && RetryAfter.Of(response, memory.At) is { } wait
            ? (memory.At + (wait / 2), $"for half of what Retry-After of '{step}' says")
            : (DateTimeOffset.MinValue, "");

    private (DateTimeOffset? Moment, string Why) AtExpiry(TimeSource.UntilTokenExpiry expiry, CaseContext context)
    {
        if (!context.Memory.TryGetValue(expiry.Step, out var memory) || memory.TokenExpiresAt is not { } end)
        {
            return (
                null,
                $"How long the token of '{expiry.Step}' lives is not known: no expires_in was seen or declared."
            );
        }

        // The clock moves by whole seconds, rounded up; a moment before the expiry must not become one after it.
        var early = expiry.Offset < TimeSpan.Zero && clock.CanAdvance ? ALittleMore : TimeSpan.Zero;
        return (end + expiry.Offset - early, "for the token to age");
    }
}
