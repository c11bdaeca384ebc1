using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>Gives a request the credential that its template asks for, valid or deliberately not.</summary>
internal sealed class CredentialAttacher(
    ICredentialSource first,
    ICredentialSource second,
    CredentialPlacement placement,
    JwtForger forger,
    SecretMask mask,
    bool isMutualTls
)
{
    /// <summary>The source of the valid credentials of the client that a use speaks for.</summary>
    public ICredentialSource SourceFor(CredentialUse use) => use is CredentialUse.SecondClient ? second : first;

    /// <summary>The request with its credential, or why it has none.</summary>
    public async ValueTask<Attached> AttachAsync(
        OutgoingRequest request,
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var identified = request with { Identity = IdentityFor(use) };
        switch (use)
        {
            case CredentialUse.Anonymous:
                return new(identified, null, null, null);
            case CredentialUse.Literal { Text: var text }:
                return new(
                    isMutualTls ? identified : placement.Place(identified, text),
                    null,
                    Credential.MarkOf(text),
                    null
                );
            case CredentialUse.WholeHeader { Value: var value }:
                return new(
                    isMutualTls ? identified : placement.PlaceWhole(identified, value),
                    null,
                    Credential.MarkOf(value),
                    null
                );
            case CredentialUse.CapturedToken { Name: var name }:
                return Captured(identified, name, context);
            default:
                var outcome = await SourceFor(use).ObtainAsync(use, context, cancellationToken);
                return outcome.Credential is { } credential
                    ? Valid(identified, use, credential)
                    : new(identified, null, null, outcome.Obstacle);
        }
    }

    private Attached Valid(OutgoingRequest request, CredentialUse use, Credential credential)
    {
        mask.Add(credential.Value);
        if (isMutualTls)
        {
            return new(request, credential, credential.Mark, null);
        }

        if (use is CredentialUse.Tampered { Change: var change })
        {
            var tampered = CredentialChanges.Apply(change, credential.Value);
            mask.Add(tampered);
            return new(placement.Place(request, tampered), null, Credential.MarkOf(tampered), null);
        }

        if (use is CredentialUse.Forged { Forgery: var forgery })
        {
            return Forged(request, forger.Forge(forgery, credential.Value));
        }

        return new(Placed(request, use, credential.Value), credential, credential.Mark, null);
    }

    private Attached Forged(OutgoingRequest request, CredentialOutcome outcome)
    {
        if (outcome.Credential is not { } forged)
        {
            return new(request, null, null, outcome.Obstacle);
        }

        mask.Add(forged.Value);
        return new(placement.Place(request, forged.Value), null, forged.Mark, null);
    }

    private OutgoingRequest Placed(OutgoingRequest request, CredentialUse use, string value) =>
        use switch
        {
            CredentialUse.OtherScheme { Scheme: var scheme } => placement.PlaceUnder(request, scheme, value),
            CredentialUse.OtherHeader other => CredentialPlacement.InHeader(request, other.Header, other.Scheme, value),
            CredentialUse.InQuery { Parameters: var parameters } => parameters.Aggregate(
                request,
                (sent, parameter) => CredentialPlacement.InQuery(sent, parameter, value)
            ),
            CredentialUse.InBody { Field: var field } => CredentialPlacement.InBody(request, field, value),
            CredentialUse.Accompanied { Text: var text } => placement.PlaceBoth(request, value, text),
            _ => placement.Place(request, value),
        };

    private Attached Captured(OutgoingRequest request, string name, CaseContext context)
    {
        if (!context.Captures.TryGetValue(name, out var token))
        {
            return new(
                request,
                null,
                null,
                Obstacles.Arrangement($"No earlier step of the case gave the token '{name}'.")
            );
        }

        mask.AddIssued("a token of the target", token);
        return new(placement.Place(request, token), null, Credential.MarkOf(token), null);
    }

    private ClientIdentity IdentityFor(CredentialUse use) =>
        use switch
        {
            _ when !isMutualTls => ClientIdentity.Configured,
            CredentialUse.Anonymous => ClientIdentity.Anonymous,
            CredentialUse.SecondClient => ClientIdentity.Second,
            CredentialUse.Literal => ClientIdentity.Foreign,
            CredentialUse.Tampered => ClientIdentity.Imitation,
            _ => ClientIdentity.Configured,
        };

    /// <summary>The source for a specification's kind of authentication.</summary>
    public static ICredentialSource SourceFor(
        Authentication? authentication,
        ExecutionOptions options,
        States.TargetClock clock,
        ClientCertificates certificates,
        TokenEndpointClient tokens
    ) =>
        authentication?.Type.Value switch
        {
            null => new NoCredentials(),
            AuthenticationType.ApiKey => new ApiKeyCredentials(authentication, options),
            AuthenticationType.BearerToken => new BearerCredentials(authentication, options, clock),
            AuthenticationType.MutualTls => new MutualTlsCredentials(certificates),
            _ => new OAuth2Credentials(authentication, tokens, clock),
        };
}

/// <summary>A request with its credential.</summary>
/// <param name="Request">The request, ready to be sent.</param>
/// <param name="Credential">The valid credential it carries; null when it carries none or a deliberately invalid one.</param>
/// <param name="Mark">Mark of what it carries.</param>
/// <param name="Obstacle">Why it has no credential though it needs one.</param>
internal readonly record struct Attached(
    OutgoingRequest Request,
    Credential? Credential,
    string? Mark,
    Obstacle? Obstacle
);
