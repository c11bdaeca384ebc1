using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>Makes JWTs that are not to be trusted out of a valid one.</summary>
internal sealed class JwtForger(JwtRules? rules, ExecutionOptions options, TargetClock clock)
{
    private const int MinutesExpired = 10;

    /// <summary>The forged token, or why there can be none.</summary>
    public CredentialOutcome Forge(JwtForgery forgery, string valid)
    {
        var parts = valid.Split('.');
        if (parts.Length != 3 || Read(parts[0]) is not { } header || Read(parts[1]) is not { } claims)
        {
            return CredentialOutcome.Failed(NoJwt);
        }

        return forgery switch
        {
            JwtForgery.Unsigned { Algorithm: var algorithm } => Of($"{With(header, "alg", algorithm)}.{parts[1]}."),
            JwtForgery.Stripped { KeepsDot: var keepsDot } => Of($"{parts[0]}.{parts[1]}{(keepsDot ? "." : "")}"),
            JwtForgery.Altered => Of($"{parts[0]}.{Prolonged(claims)}.{parts[2]}"),
            JwtForgery.Header { Name: var name, Value: var value } => Of(
                $"{With(header, name, value)}.{parts[1]}.{parts[2]}"
            ),
            JwtForgery.Issued { Flaw: var flaw } => Issue(flaw, claims),
            _ => throw new NotSupportedException($"Unknown forgery {forgery.GetType().Name}."),
        };
    }

    private CredentialOutcome Issue(JwtFlaw flaw, JsonObject claims)
    {
        if (rules?.TestIssuer is not { } issuer)
        {
            return CredentialOutcome.Failed(
                NoIssuer("The specification names no test issuer (authentication.jwt.test_issuer).")
            );
        }

        if (!options.Configuration.TryGetValue(issuer.KeyVariable, out var key) || key.Length == 0)
        {
            return CredentialOutcome.Failed(
                NoIssuer($"{issuer.KeyVariable} is not set, so no token of the test issuer can be made.")
            );
        }

        var now = clock.Now;
        Say(claims, flaw, now);
        var header = new JsonObject { ["alg"] = issuer.Algorithm, ["typ"] = "JWT" };
        if (issuer.KeyId is { } keyId)
        {
            header["kid"] = keyId;
        }

        if (flaw is JwtFlaw.UnknownExtension)
        {
            header["crit"] = new JsonArray("x-unknown");
            header["x-unknown"] = true;
        }

        var signed = $"{Encode(header)}.{Encode(claims)}";
        return JwtSignature.Of(signed, issuer.Algorithm, key) is { } signature
            ? Of($"{signed}.{signature}")
            : CredentialOutcome.Failed(NoIssuer($"{issuer.KeyVariable} is no key for {issuer.Algorithm}."));
    }

    // Everything but the flaw is as in the valid token, for the target may ask for claims of its own.
    private void Say(JsonObject claims, JwtFlaw flaw, DateTimeOffset now)
    {
        var hour = TimeSpan.FromHours(1);
        claims["iat"] = (now - hour).ToUnixTimeSeconds();
        claims["exp"] = (
            flaw is JwtFlaw.Expired ? now - TimeSpan.FromMinutes(MinutesExpired) : now + hour + hour
        ).ToUnixTimeSeconds();
        claims.Remove("nbf");
        claims["jti"] = Guid.NewGuid().ToString();
        if (flaw is JwtFlaw.NotYetValid)
        {
            claims["nbf"] = (now + hour).ToUnixTimeSeconds();
        }

        if (rules!.Issuer is { } issuer)
        {
            claims["iss"] = flaw is JwtFlaw.OtherIssuer ? "https://another-issuer.example" : issuer.Value;
        }

        if (rules.Audience is { } audience)
        {
            claims["aud"] = flaw is JwtFlaw.OtherAudience ? "https://another-api.example" : audience.Value;
        }

        if (flaw is JwtFlaw.NoAudience)
        {
            claims.Remove("aud");
        }
    }

    private string Prolonged(JsonObject claims)
    {
        claims["exp"] = clock.Now.AddYears(20).ToUnixTimeSeconds();
        return Encode(claims);
    }

    private static string With(JsonObject header, string name, string value)
    {
        header[name] = value;
        return Encode(header);
    }

    private static string Encode(JsonObject value) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(value.ToJsonString()));

    private static JsonObject? Read(string part)
    {
        try
        {
            return Base64Url.IsValid(part) ? JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CredentialOutcome Of(string token) => new(new Credential(token), null);

    private static Obstacle NoIssuer(string reason) => new(ObstacleKind.NotConfigured, reason, null);

    private static Obstacle NoJwt { get; } =
        new(
            ObstacleKind.NoCredential,
            "The specification says that tokens are JWTs, but the valid one that is used is none, so none can be made of it.",
            null
        );
}
