using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Access;

/// <summary>Issues access tokens for client credentials (RFC 6749 section 4.4). Its error bodies are the RFC's, not the specification's (STANDARDS TOK-19).</summary>
/// <param name="world">Everything the simulator remembers.</param>
/// <param name="authentication">The declared authentication.</param>
/// <param name="endpoint">The declared token endpoint.</param>
internal sealed partial class TokenDesk(SimulatorWorld world, Authentication authentication, TokenEndpoint endpoint)
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private readonly JwtAuthority? _jwts = authentication.Jwt is { } jwt ? new(jwt) : null;

    /// <summary>Answers a request to the token endpoint.</summary>
    public Reply Answer(Call call)
    {
        call = call with
        {
            Request = world.Faults.Through(call.Request, (fault, r) => fault.AlterTokenRequest(call, r)),
        };
        var reply = call.Request.Method.Equals(endpoint.Method.Value, StringComparison.OrdinalIgnoreCase)
            ? AnswerPost(call)
            : Error(405, "invalid_request").With("Allow", endpoint.Method.Value); // TOK-01
        return reply.With("Cache-Control", "no-store").With("Pragma", "no-cache"); // TOK-11
    }

    private Reply AnswerPost(Call call)
    {
        var request = TokenRequest.Read(call.Request, endpoint.ContentType.Value);
        var bodyHasSecret = request?["client_secret"] is not null;
        if (request is null || request.HasRepetition || (request.Basic is not null && bodyHasSecret))
        {
            return Error(400, "invalid_request"); // TOK-03, TOK-07
        }

        if (Authenticate(request) is not { } client)
        {
            return Error(401, "invalid_client").With("WWW-Authenticate", "Basic realm=\"token\""); // TOK-14, HTTP-05
        }

        return request["grant_type"] switch
        {
            null => Error(400, "invalid_request"),
            "client_credentials" => Grant(call, request, client),
            _ => Error(400, "unsupported_grant_type"),
        };
    }

    private string? Authenticate(TokenRequest request)
    {
        var (id, secret) = request.Basic ?? (request["client_id"] ?? "", request["client_secret"] ?? "");
        return world.Options.Credentials.FirstOrDefault(c => c.ClientId == id && c.ClientSecret == secret)?.ClientId;
    }

    private Reply Grant(Call call, TokenRequest request, string client)
    {
        var (requested, known) = (request["scope"], KnownScopes());
        ImmutableArray<string> scopes = requested is null ? known : [.. requested.Split(' ').Distinct()];
        var isUnknown = !known.IsEmpty && scopes.Except(known).Any();
        if (isUnknown || (requested is not null && !ScopeGrammar().IsMatch(requested)))
        {
            return Error(400, "invalid_scope");
        }

        var lifetime = call.Intervention?.TokenLifetime ?? endpoint.ExpiresIn?.Value ?? DefaultLifetime;
        var draft = world.Tokens.Draft(client, scopes, lifetime);
        var grant = world.Faults.Through(draft, (fault, g) => fault.AlterToken(call, g));
        if (_jwts is not null && grant.Token == draft.Token)
        {
            grant = grant with { Token = _jwts.Issue(client, grant.Scopes, world.Clock.GetUtcNow(), grant.ExpiresAt) };
        }

        world.Tokens.Remember(grant);
        var body = Body(grant);
        if (call.Intervention?.HidesTokenLifetime is true)
        {
            (body as JsonObject)?.Remove("expires_in");
        }

        return new Reply(200) { Body = body };
    }

    /// <summary>The declared response, with the members RFC 6749 section 5.1 defines; never a refresh token (TOK-12).</summary>
    private JsonNode Body(TokenGrant grant)
    {
        var body = new JsonObject
        {
            ["access_token"] = grant.Token,
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)grant.ExpiresIn.TotalSeconds,
            ["scope"] = string.Join(' ', grant.Scopes), // TOK-10, TOK-16
        };
        return world.Values.Complete(endpoint.Response, body) ?? body;
    }

    /// <summary>The declared scopes; without any, those the specification's own request asks for.</summary>
    private ImmutableArray<string> KnownScopes()
    {
        if (!authentication.Scopes.IsEmpty)
        {
            return [.. authentication.Scopes.Select(s => s.Key)];
        }

        var sample = endpoint.Parameters.FirstOrDefault(p => p.Key == "scope").Value?.Value ?? "";
        return [.. sample.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static Reply Error(int status, string code) =>
        new(status)
        {
            Body = new JsonObject { ["error"] = code },
            Stage = ReplyStage.RefusedBeforeExecution,
        };

    [GeneratedRegex(
        @"\A[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*\z",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex ScopeGrammar();
}
