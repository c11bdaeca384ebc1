using Conformance.Execution.Courtesy;
using Conformance.Execution.Credentials;
using Conformance.Execution.Http;
using Conformance.Execution.Ledger;
using Conformance.Execution.Recording;
using Conformance.Execution.Webhooks;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Sends a request when it is its turn, again after throttling, and writes down what came of it.</summary>
internal sealed class CourteousSender(
    TokenAnswer tokenAnswers,
    RateCourtesy courtesy,
    TargetChannel channel,
    CreationLedger ledger,
    DeliveryDesk deliveries
)
{
    private const int MostRepetitions = 5;

    /// <summary>The bucket whose limits hold for a template.</summary>
    public Bucket BucketFor(RequestTemplate template) =>
        template.Target is RequestTarget.TokenEndpoint
            ? courtesy.ForTokens
            : courtesy.For(template.Endpoint, template.Credential);

    /// <summary>Sends the request, and repeats it while the target asks for patience that the case is not about.</summary>
    public async Task<Sent> SendAsync(
        Attached attached,
        RequestTemplate template,
        SendManner manner,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var bucket = BucketFor(template);
        var entry = manner.Entry;
        for (var throttled = 0; ; throttled++, entry = LimitEntry.Courteous)
        {
            if (await EnterAsync(bucket, entry, context, cancellationToken) is { } noRoom)
            {
                return new(null, attached.Credential, noRoom);
            }

            var sentAt = courtesy.TargetNow;
            var outcome = await SendAndLeaveAsync(attached.Request, bucket, cancellationToken);
            if (outcome.Response is not { Status: 429 } refused || !manner.RepeatsThrottled)
            {
                return Record(attached, template, outcome, throttled, sentAt, context);
            }

            var wait = courtesy.Refused(bucket, refused);
            if (throttled == MostRepetitions)
            {
                return Record(attached, template, outcome, throttled, sentAt, context) with
                {
                    Obstacle = StillThrottled(bucket),
                };
            }

            context.Log.Note($"{bucket.Name} answered 429; the request was repeated after {wait.TotalSeconds:0.#} s.");
        }
    }

    private async Task<Obstacle?> EnterAsync(
        Bucket bucket,
        LimitEntry entry,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        if (entry is LimitEntry.Courteous)
        {
            return await courtesy.EnterAsync(bucket, 1, context, cancellationToken);
        }

        if (entry is LimitEntry.Regardless)
        {
            bucket.Enter(1);
        }

        return null;
    }

    private async Task<SendOutcome> SendAndLeaveAsync(
        OutgoingRequest request,
        Bucket bucket,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await channel.SendAsync(request, cancellationToken);
        }
        finally
        {
            courtesy.Leave(bucket, 1);
        }
    }

    private Sent Record(
        Attached attached,
        RequestTemplate template,
        SendOutcome outcome,
        int throttled,
        DateTimeOffset sentAt,
        CaseContext context
    )
    {
        if (outcome.Wire is not { } wire)
        {
            return new(null, attached.Credential, outcome.Obstacle);
        }

        if (template.Target is RequestTarget.TokenEndpoint && wire.Response is { } tokenResponse)
        {
            tokenAnswers.TokenIn(tokenResponse);
        }

        var heading = new ExchangeHeading(
            context.Step,
            ExchangePurpose.Step,
            template.Endpoint,
            attached.Mark,
            throttled,
            sentAt,
            courtesy.LatestTargetNow
        );
        var exchange = context.Log.Add(heading, attached.Request, wire);
        ledger.Note(template, attached.Request.Target, wire.Response);
        NoteResource(template, wire.Response);
        return new(exchange, attached.Credential, Problem(attached.Request, outcome, context));
    }

    // Deliveries about what a call of the run was answered with are no surprise.
    private void NoteResource(RequestTemplate template, RecordedResponse? response)
    {
        if (
            deliveries.IsNeeded
            && template is { IsSafe: false, Endpoint.Resource: { } role }
            && response is { Status: >= 200 and < 300 }
            && JsonBody.Parse(response.Body) is { } body
            && JsonBody.Find(body, role.Identifier) is { } value
            && JsonBody.Text(value) is { Length: > 0 } identifier
        )
        {
            deliveries.Note(identifier);
        }
    }

    private static Obstacle? Problem(OutgoingRequest request, SendOutcome outcome, CaseContext context)
    {
        if (
            request.Identity is ClientIdentity.Configured or ClientIdentity.Second
            || outcome.Wire?.Failure is not { } failure
        )
        {
            return outcome.Problem;
        }

        if (failure.Kind is not (TransportFailureKind.Tls or TransportFailureKind.Protocol))
        {
            return outcome.Problem;
        }

        context.Log.Note(
            "The target ended the TLS handshake with a client it does not know: a refusal, as good as 401."
        );
        return null;
    }

    private static Obstacle StillThrottled(Bucket bucket) =>
        new(
            ObstacleKind.WaitTooLong,
            $"{bucket.Name} answered 429 to {MostRepetitions + 1} requests in a row, each sent after the wait it asked for.",
            null
        );
}
