using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Webhooks;

/// <summary>Carries out <see cref="CaseStep.AwaitDeliveries"/>: of an event that is answered as usual, or by a script.</summary>
internal sealed class AwaitDeliveriesStep(
    WebhookSession webhooks,
    DeliveryPatience patience,
    ScriptedDeliveries scripted,
    TimeProvider time
)
{
    // What is sent twice at once comes twice at once.
    private static readonly TimeSpan ALittleMore = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for deliveries and writes down what came.</summary>
    public async Task<Obstacle?> RunAsync(
        CaseStep.AwaitDeliveries step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        string? resource = null;
        if (step.Resource is { } name && !context.Captures.TryGetValue(name, out resource))
        {
            return Obstacles.Arrangement(
                "The answer to the call names no resource, so its event cannot be told from others."
            );
        }

        if (context.Subscription is { } subscription)
        {
            return await scripted.RunAsync(step, subscription, resource, context, cancellationToken);
        }

        var hasCome = await webhooks.Desk.WaitAsync(
            () => Of(step, resource).Any(),
            patience.For(step.Event),
            cancellationToken
        );
        patience.Note(step.Event, hasCome);
        if (hasCome)
        {
            await Task.Delay(ALittleMore, time, cancellationToken);
        }

        foreach (var delivery in Of(step, resource).Concat(Others(step, resource, context, hasCome)))
        {
            context.Log.Receive(delivery, step.Name);
        }

        return null;
    }

    private IEnumerable<ReceivedDelivery> Of(CaseStep.AwaitDeliveries step, string? resource) =>
        webhooks.Desk.Received.Where(d =>
            d.EventType == step.Event && !d.IsRedirected && (resource is null || d.Mentions(resource))
        );

    // What came instead says why nothing did: another name, another resource.
    private IEnumerable<ReceivedDelivery> Others(
        CaseStep.AwaitDeliveries step,
        string? resource,
        CaseContext context,
        bool hasCome
    )
    {
        var since = webhooks.Desk.Received.Where(d => d.ArrivedAt >= context.StartedAt);
        return step.SeesUnexplained ? since.Where(d => d.EventType == step.Event && !d.IsExplained(d))
            : hasCome ? ImmutableArray<ReceivedDelivery>.Empty
            : since.Where(d => resource is not null && d.Mentions(resource)).Take(1);
    }
}
