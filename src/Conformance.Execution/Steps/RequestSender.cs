using Conformance.Execution.Courtesy;
using Conformance.Execution.Credentials;
using Conformance.Execution.Http;
using Conformance.Execution.Ledger;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Steps;

/// <summary>Sends a composed request: with its credential, in its turn, again after throttling, and once more after a renewal.</summary>
internal sealed class RequestSender(
    CredentialAttacher attacher,
    TokenRequest tokenRequests,
    TokenAnswer tokenAnswers,
    RateCourtesy courtesy,
    TargetChannel channel,
    CreationLedger ledger
)
{
    private const int MostRepetitions = 5;

    /// <summary>The source of valid credentials.</summary>
    public ICredentialSource Credentials => attacher.Source;

    /// <summary>Sends the request of a template.</summary>
    public async Task<Sent> SendAsync(
        OutgoingRequest request,
        RequestTemplate template,
        SendManner manner,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var sent = await SendOnceAsync(request, template, manner, context, cancellationToken);
        if (!MayRenew(sent, template, manner, context))
        {
            return sent;
        }

        context.Log.Note(
            "The target refused the token (401); it was renewed and the request repeated once, as declared."
        );
        var again = await SendOnceAsync(
            request,
            template,
            manner with
            {
                Entry = LimitEntry.Courteous,
            },
            context,
            cancellationToken
        );
        if (again.Status is not (null or 401))
        {
            Credentials.RenewalHelped();
        }

        return again;
    }

    /// <summary>The bucket whose limits hold for a template.</summary>
    public Bucket BucketFor(RequestTemplate template) =>
        template.Target is RequestTarget.TokenEndpoint ? courtesy.ForTokens : courtesy.For(template.Endpoint);

    private bool MayRenew(Sent sent, RequestTemplate template, SendManner manner, CaseContext context)
    {
        if (sent.Status != 401 || sent.Credential is not { } credential || manner.ExpectsRefusal)
        {
            return false;
        }

        // Cases about authentication see the shared token's refusal as it is; with a token of their own they renew it.
        var renews = template.Credential switch
        {
            CredentialUse.OwnToken => true,
            CredentialUse.Managed => context.Kind is not ScenarioKind.AuthRefresh,
            _ => false,
        };
        return renews && Credentials.Refused(credential, template.Credential, context);
    }

    private async Task<Sent> SendOnceAsync(
        OutgoingRequest request,
        RequestTemplate template,
        SendManner manner,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var attached =
            template.Target is RequestTarget.TokenEndpoint
                ? ForTokenEndpoint(request, template.Credential)
                : await attacher.AttachAsync(request, template.Credential, context, cancellationToken);
        if (attached.Obstacle is { } missing)
        {
            request.Gate?.Leave();
            return new(null, null, missing);
        }

        return await SendInTurnAsync(attached, template, manner, context, cancellationToken);
    }

    private async Task<Sent> SendInTurnAsync(
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

            var outcome = await SendAndLeaveAsync(attached.Request, bucket, cancellationToken);
            if (outcome.Response is not { Status: 429 } refused || !manner.RepeatsThrottled)
            {
                return Record(attached, template, outcome, throttled, context);
            }

            var wait = courtesy.Refused(bucket, refused);
            if (throttled == MostRepetitions)
            {
                return Record(attached, template, outcome, throttled, context) with
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
            throttled
        );
        var exchange = context.Log.Add(heading, attached.Request, wire);
        ledger.Note(template.Endpoint, attached.Request.Target, wire.Response);
        return new(exchange, attached.Credential, Problem(attached.Request, outcome, context));
    }

    private static Obstacle? Problem(OutgoingRequest request, SendOutcome outcome, CaseContext context)
    {
        if (request.Identity is ClientIdentity.Configured || outcome.Wire?.Failure is not { } failure)
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

    // Token requests of a case say for themselves what they send; only Basic authentication needs the client's secret.
    private Attached ForTokenEndpoint(OutgoingRequest request, CredentialUse use)
    {
        if (use is not CredentialUse.Managed || tokenRequests.BasicHeader is not { } header)
        {
            return new(request, null, null, null);
        }

        return new(request with { Headers = [header, .. request.Headers] }, null, null, null);
    }

    private static Obstacle StillThrottled(Bucket bucket) =>
        new(
            ObstacleKind.WaitTooLong,
            $"{bucket.Name} answered 429 to {MostRepetitions + 1} requests in a row, each sent after the wait it asked for.",
            null
        );
}
