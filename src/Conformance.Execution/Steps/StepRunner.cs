using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Webhooks;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Hands each step to what carries it out.</summary>
internal sealed class StepRunner(
    SendStep send,
    SendConcurrentlyStep sendConcurrently,
    SendUntilLimitedStep sendUntilLimited,
    ProviderStates states,
    PassTimeStep passTime,
    AnswerDeliveriesStep answerDeliveries,
    AwaitDeliveriesStep awaitDeliveries,
    ICredentialSource credentials
)
{
    /// <summary>Carries out one step; null when the next one may follow.</summary>
    public async Task<Obstacle?> RunAsync(CaseStep step, CaseContext context, CancellationToken cancellationToken)
    {
        context.Step = step.Name;
        var obstacle = step switch
        {
            CaseStep.Send s => await send.RunAsync(s, context, cancellationToken),
            CaseStep.SendConcurrently s => await sendConcurrently.RunAsync(s, context, cancellationToken),
            CaseStep.SendUntilLimited s => await sendUntilLimited.RunAsync(s, context, cancellationToken),
            CaseStep.EnterState s => await states.EnterAsync(s, context, cancellationToken),
            CaseStep.LeaveState s => await states.LeaveAsync(s, context, cancellationToken),
            CaseStep.PassTime s => await passTime.RunAsync(s, context, cancellationToken),
            CaseStep.AnswerDeliveries s => await answerDeliveries.RunAsync(s, context, cancellationToken),
            CaseStep.AwaitDeliveries s => await awaitDeliveries.RunAsync(s, context, cancellationToken),
            CaseStep.ForgetToken => Forget(context),
            _ => throw new NotSupportedException($"Unknown step {step.GetType().Name}."),
        };
        return obstacle is null ? null : obstacle with { Step = step.Name };
    }

    private Obstacle? Forget(CaseContext context)
    {
        credentials.Forget(context);
        return null;
    }
}
