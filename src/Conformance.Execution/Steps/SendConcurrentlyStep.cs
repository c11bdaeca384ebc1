using Conformance.Execution.Courtesy;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Carries out <see cref="CaseStep.SendConcurrently"/>: every request has its connection before any body goes out.</summary>
internal sealed class SendConcurrentlyStep(
    RequestComposer composer,
    RequestSender sender,
    SendStep memory,
    RateCourtesy courtesy,
    TimeProvider time
)
{
    private static readonly TimeSpan LongestGather = TimeSpan.FromSeconds(2);

    /// <summary>Sends the requests together and waits for all of them.</summary>
    public async Task<Obstacle?> RunAsync(
        CaseStep.SendConcurrently step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var requests = new List<OutgoingRequest>(step.Count);
        var gate = new ReleaseGate(step.Count, LongestGather, time);
        for (var i = 0; i < step.Count; i++)
        {
            var (request, problem) = composer.Compose(step.Request, context);
            if (request is null)
            {
                return problem;
            }

            requests.Add(request with { Gate = request.Body is null ? null : gate });
        }

        var bucket = sender.BucketFor(step.Request);
        if (await courtesy.EnterAsync(bucket, step.Count, context, cancellationToken) is { } noRoom)
        {
            return noRoom;
        }

        var manner = SendManner.For(step.Expectations) with { Entry = LimitEntry.Reserved };
        var all = await Task.WhenAll(
            requests.Select(r => SendAsync(r, step.Request, manner, gate, context, cancellationToken))
        );
        memory.Remember(step.Name, all[^1], context);
        return all.Select(s => s.Obstacle).FirstOrDefault(o => o is not null);
    }

    private async Task<Sent> SendAsync(
        OutgoingRequest request,
        RequestTemplate template,
        SendManner manner,
        ReleaseGate gate,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        // A request without a body cannot be held on its connection; it starts together with the others instead.
        if (request.Gate is null)
        {
            await gate.ArriveAsync(cancellationToken);
        }

        return await sender.SendAsync(request, template, manner, context, cancellationToken);
    }
}
