using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Access;

/// <summary>What is wrong with a JWT.</summary>
[Flags]
internal enum JwtDefects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its algorithm is none.</summary>
    Unsigned = 1,

    /// <summary>Its signature is not that of what it says.</summary>
    Signature = 2,

    /// <summary>Its time is over.</summary>
    Expired = 4,

    /// <summary>Its time has not come.</summary>
    NotYetValid = 8,

    /// <summary>It is for somebody else.</summary>
    Audience = 16,

    /// <summary>It is of somebody else.</summary>
    Issuer = 32,

    /// <summary>It demands an extension.</summary>
    Extension = 64,
}

/// <summary>Issues JWTs and judges them (RFC 7519, RFC 8725): one key, one algorithm.</summary>
internal sealed class JwtAuthority
{
    // A key for the length of the process: tokens that were handed out before a server started hold in it.
    private static readonly Lazy<ECDsa> Elliptic = new(() => ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private static readonly Lazy<RSA> Rsa = new(() => RSA.Create(2048));
    private const string Secret = "simulated-signing-secret-of-32-bytes-or-more";

    private readonly JwtRules _rules;
    private readonly string _algorithm;

    public JwtAuthority(JwtRules rules)
    {
        _rules = rules;
        _algorithm = AlgorithmOf(rules);
    }

    /// <summary>The private key, as a run is given it.</summary>
    public string PrivateKey =>
        _algorithm switch
        {
            "HS256" => Secret,
            "RS256" => Convert.ToBase64String(Rsa.Value.ExportPkcs8PrivateKey()),
            _ => Convert.ToBase64String(Elliptic.Value.ExportPkcs8PrivateKey()),
        };

    /// <summary>A token.</summary>
    public string Issue(string client, IEnumerable<string> scopes, DateTimeOffset now, DateTimeOffset end)
    {
        var header = new JsonObject { ["alg"] = _algorithm, ["typ"] = "JWT" };
        var claims = new JsonObject
        {
            ["sub"] = client,
            ["client_id"] = client,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = end.ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
            ["scope"] = string.Join(' ', scopes),
        };
        if (_rules.Issuer is { } issuer)
        {
            claims["iss"] = issuer.Value;
        }

        if (_rules.Audience is { } audience)
        {
            claims["aud"] = audience.Value;
        }

        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>Whose a token is and what is wrong with it; null when it is no JWT.</summary>
    public (Identity Identity, JwtDefects Defects)? Judge(string token, DateTimeOffset now)
    {
        var parts = token.Split('.');
        if (
            parts.Length is not (2 or 3)
            || Read(parts[0]) is not { } header
            || Read(parts[1]) is not { } claims
            || claims["sub"]?.ToString() is not { } client
        )
        {
            return null;
        }

        var scopes = (claims["scope"]?.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isUnsigned = header["alg"]?.ToString().Equals("none", StringComparison.OrdinalIgnoreCase) == true;
        var defects =
            (
                isUnsigned ? JwtDefects.Unsigned
                : IsSigned(header, parts) ? JwtDefects.None
                : JwtDefects.Signature
            )
            | When(now.ToUnixTimeSeconds() >= (Number(claims["exp"]) ?? 0), JwtDefects.Expired)
            | When(now.ToUnixTimeSeconds() < (Number(claims["nbf"]) ?? 0), JwtDefects.NotYetValid)
            | When(_rules.Audience is { } a && !Audiences(claims).Contains(a.Value), JwtDefects.Audience)
            | When(_rules.Issuer is { } i && claims["iss"]?.ToString() != i.Value, JwtDefects.Issuer)
            | When(header.ContainsKey("crit"), JwtDefects.Extension);
        return (new Identity(client, scopes.ToFrozenSet()), defects);
    }

    private bool IsSigned(JsonObject header, string[] parts)
    {
        if (parts.Length != 3 || header["alg"]?.ToString() != _algorithm || !Base64Url.IsValid(parts[2]))
        {
            return false;
        }

        var (text, signature) = (
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64Url.DecodeFromChars(parts[2])
        );
        return _algorithm switch
        {
            "HS256" => CryptographicOperations.FixedTimeEquals(Sign(text), signature),
            "RS256" => Rsa.Value.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => Elliptic.Value.VerifyData(text, signature, HashAlgorithmName.SHA256),
        };
    }

    private byte[] Sign(byte[] text) =>
        _algorithm switch
        {
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), text),
            "RS256" => Rsa.Value.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => Elliptic.Value.SignData(text, HashAlgorithmName.SHA256),
        };

    private static IEnumerable<string> Audiences(JsonObject claims) =>
        claims["aud"] is JsonArray several
            ? several.Select(a => a?.ToString() ?? "")
            : [claims["aud"]?.ToString() ?? ""];

    private static double? Number(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue<double>(out var seconds) ? seconds : null;

    private static JwtDefects When(bool isSo, JwtDefects defect) => isSo ? defect : JwtDefects.None;

    private static string AlgorithmOf(JwtRules rules)
    {
        var declared = rules.TestIssuer is { } issuer ? [issuer.Algorithm] : rules.Algorithms.Select(a => a.Value);
        return declared.FirstOrDefault(a => a is "HS256" or "RS256" or "ES256") ?? "ES256";
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
}
