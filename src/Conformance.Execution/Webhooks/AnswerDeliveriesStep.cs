using Conformance.Execution.Recording;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Webhooks;

/// <summary>Carries out <see cref="CaseStep.AnswerDeliveries"/>, and ends what it began.</summary>
internal sealed class AnswerDeliveriesStep(WebhookSession webhooks, JointWait wait)
{
    /// <summary>Waits for the case's turn; takes the listener down when the script says so.</summary>
    public async Task<Obstacle?> RunAsync(
        CaseStep.AnswerDeliveries step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        context.Subscription = await wait.QueueAsync(() =>
            webhooks.Desk.SubscribeAsync(step.Event, step.Script, cancellationToken)
        );
        if (step.Script.For(1) is DeliveryAnswer.Down)
        {
            await webhooks.Listener!.StopAsync();
        }

        return null;
    }

    /// <summary>Ends the case's turn, lets go of what is held, and brings the listener back.</summary>
    public async Task EndAsync(CaseContext context)
    {
        if (context.Subscription is not { } subscription)
        {
            return;
        }

        subscription.Release();
        if (!webhooks.Listener!.IsListening)
        {
            await webhooks.Listener.StartAsync(CancellationToken.None);
        }

        webhooks.Desk.EndTurn(subscription);
    }
}
