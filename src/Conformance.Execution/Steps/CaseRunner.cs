using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Execution.States;
using Conformance.Execution.Webhooks;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Carries out one case: its steps in order, up to the first obstacle, and always out of the states it entered.</summary>
internal sealed class CaseRunner(
    StepRunner steps,
    ProviderStates states,
    SecondClient secondClient,
    WebhookSession webhooks,
    AnswerDeliveriesStep scripts,
    ExecutionOptions options,
    SecretMask mask,
    TimeProvider time
)
{
    /// <summary>Carries out the case and returns everything that was recorded.</summary>
    public async Task<CaseRecord> RunAsync(ContractCase contractCase, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var context = new CaseContext(contractCase.Id, contractCase.Kind, new CaseLog(mask)) { StartedAt = startedAt };
        var stamp = time.GetTimestamp();
        var obstacle =
            EnvironmentPermission.Refusal(contractCase, options)
            ?? secondClient.Refusal(contractCase)
            ?? webhooks.Refusal(contractCase)
            ?? await RunBoundedAsync(contractCase, context, cancellationToken);
        return new CaseRecord
        {
            Case = contractCase,
            Exchanges = context.Log.Exchanges,
            Notes = context.Log.Notes,
            Obstacle = obstacle is null ? null : obstacle with { Reason = mask.Apply(obstacle.Reason) },
            StartedAt = startedAt,
            Duration = time.GetElapsedTime(stamp),
        };
    }

    private async Task<Obstacle?> RunBoundedAsync(
        ContractCase contractCase,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(options.CaseTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var obstacle = await RunStepsAsync(contractCase.Steps, context, either.Token);
        await scripts.EndAsync(context);
        await states.LeaveAsync(context);
        return obstacle is not null && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested
            ? TookTooLong(context.Step)
            : obstacle;
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "Whatever a hostile answer brings to light in us, it ends one case and not the run."
    )]
    private async Task<Obstacle?> RunStepsAsync(
        ImmutableArray<CaseStep> all,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var step in all)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await steps.RunAsync(step, context, cancellationToken) is { } obstacle)
                {
                    return obstacle;
                }
            }

            return null;
        }
        catch (OperationCanceledException)
        {
            return Obstacles.Cancelled with { Step = context.Step };
        }
        catch (Exception defect)
        {
            return new(
                ObstacleKind.Broken,
                $"A defect of Conformance, please report it: {defect.GetType().Name}: {defect.Message}",
                context.Step
            );
        }
    }

    private Obstacle TookTooLong(string step) =>
        new(
            ObstacleKind.RunLimit,
            $"The case took longer than the {options.CaseTimeout.TotalSeconds:0.###} s one case may take (--case-timeout).",
            step
        );
}
