using Conformance.Execution.Courtesy;
using Conformance.Execution.Credentials;
using Conformance.Execution.Http;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Steps;

/// <summary>Sends a composed request with its credential, and once more when a renewal of the credential may help.</summary>
internal sealed class RequestSender(CredentialAttacher attacher, TokenRequest tokenRequests, CourteousSender courteous)
{
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
            attacher.SourceFor(template.Credential).RenewalHelped();
        }

        return again;
    }

    /// <summary>The bucket whose limits hold for a template.</summary>
    public Bucket BucketFor(RequestTemplate template) => courteous.BucketFor(template);

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
            CredentialUse.Managed or CredentialUse.SecondClient => context.Kind is not ScenarioKind.AuthRefresh,
            _ => false,
        };
        return renews && attacher.SourceFor(template.Credential).Refused(credential, template.Credential, context);
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

        return await courteous.SendAsync(attached, template, manner, context, cancellationToken);
    }

    // Token requests of a case say for themselves what they send; only Basic authentication needs the client's secret.
    private Attached ForTokenEndpoint(OutgoingRequest request, CredentialUse use)
    {
        var header = use switch
        {
            CredentialUse.Managed => tokenRequests.BasicHeader,
            CredentialUse.ClientBasic { Id: var id, Secret: var secret } => tokenRequests.BasicFor(id, secret),
            CredentialUse.WholeHeader { Value: var value } => KeyValuePair.Create("Authorization", value),
            _ => (KeyValuePair<string, string>?)null,
        };
        return header is { } pair
            ? new(request with { Headers = [pair, .. request.Headers] }, null, null, null)
            : new(request, null, null, null);
    }
}
