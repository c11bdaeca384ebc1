using System.Security.Cryptography.X509Certificates;
using Conformance.Simulator.Faults;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Access;

/// <summary>Decides who may call what, before anything else of a request is looked at (STANDARDS BRR-10).</summary>
/// <param name="specification">The specification that is served.</param>
/// <param name="options">The known clients.</param>
/// <param name="tokens">The issued tokens.</param>
/// <param name="faults">What is overlooked of a JWT.</param>
/// <param name="clock">The simulator's clock.</param>
internal sealed class Gatekeeper(
    IntegrationSpecification specification,
    SimulatorOptions options,
    TokenStore tokens,
    FaultSet faults,
    TimeProvider clock
)
{
    private readonly JwtAuthority? _jwts = specification.Authentication?.Jwt is { } jwt ? new(jwt) : null;

    private static readonly Identity Anonymous = new("anonymous", null);

    private readonly CredentialReader? _reader = specification.Authentication is { } authentication
        ? new CredentialReader(authentication)
        : null;

    /// <summary>The header that carries credentials, or null.</summary>
    public string? CredentialHeader => _reader?.Header;

    /// <summary>The credentials that were sent in the declared place.</summary>
    public IReadOnlyList<string> CredentialsOf(SimulatedRequest request) => _reader?.Read(request) ?? [];

    /// <summary>Whether a call is let in.</summary>
    public AccessDecision Decide(Endpoint endpoint, SimulatedRequest request)
    {
        if (_reader is null || endpoint.IsPublic)
        {
            return new AccessDecision.Granted(Anonymous);
        }

        if (specification.Authentication!.Type.Value is AuthenticationType.MutualTls)
        {
            return DecideCertificate(request);
        }

        return _reader.Read(request) switch
        {
            [] => new AccessDecision.Denied(AccessRefusal.Missing, null),
            [var credential] => DecideCredential(endpoint, credential),
            _ => new AccessDecision.Denied(AccessRefusal.Ambiguous, null),
        };
    }

    private AccessDecision DecideCertificate(SimulatedRequest request)
    {
        if (options.Certificates is not { } certificates)
        {
            // On plain HTTP none can be presented; everybody counts as the first client.
            return new AccessDecision.Granted(new(options.Credentials.FirstOrDefault()?.ClientId ?? "anonymous", null));
        }

        if (request.ClientCertificate is not { } certificate)
        {
            return new AccessDecision.Denied(AccessRefusal.Missing, null);
        }

        var identity = new Identity(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), null);
        return certificates.IsIssued(certificate)
            ? new AccessDecision.Granted(identity)
            : new AccessDecision.Denied(AccessRefusal.Unknown, identity);
    }

    /// <summary>The texts of all credentials that were issued.</summary>
    public IEnumerable<string> Issued =>
        specification.Authentication?.Type.Value switch
        {
            AuthenticationType.ApiKey => options.Credentials.Select(c => c.ApiKey),
            AuthenticationType.BearerToken => options.Credentials.Select(c => c.BearerToken),
            _ => tokens.Issued,
        };

    /// <summary>Whether a call with this credential is let in.</summary>
    public AccessDecision DecideCredential(Endpoint endpoint, string credential)
    {
        if (Recognise(credential) is not var (identity, isExpired))
        {
            return new AccessDecision.Denied(AccessRefusal.Unknown, null);
        }

        if (isExpired)
        {
            return new AccessDecision.Denied(AccessRefusal.Expired, identity);
        }

        return endpoint.Scopes.All(s => identity.Has(s.Value))
            ? new AccessDecision.Granted(identity)
            : new AccessDecision.Denied(AccessRefusal.InsufficientScope, identity);
    }

    private (Identity Identity, bool IsExpired)? Recognise(string credential)
    {
        if (_jwts is not null)
        {
            return RecogniseJwt(credential);
        }

        Func<SimulatorCredentials, string>? issued = specification.Authentication!.Type.Value switch
        {
            AuthenticationType.ApiKey => c => c.ApiKey,
            AuthenticationType.BearerToken => c => c.BearerToken,
            _ => null,
        };
        if (issued is null)
        {
            return tokens.Find(credential);
        }

        var client = options.Credentials.FirstOrDefault(c => issued(c) == credential);
        return client is null ? null : (new Identity(client.ClientId, null), false);
    }

    private (Identity Identity, bool IsExpired)? RecogniseJwt(string token)
    {
        if (_jwts!.Judge(token, clock.GetUtcNow()) is not var (identity, found))
        {
            return null;
        }

        return faults.Through(found, (fault, d) => fault.AlterJwtDefects(d)) switch
        {
            JwtDefects.None => (identity, false),
            JwtDefects.Expired => (identity, true),
            _ => null,
        };
    }
}
