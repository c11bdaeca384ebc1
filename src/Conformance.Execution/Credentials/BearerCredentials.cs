using System.Buffers.Text;
using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>A bearer token that was issued beforehand; when it is a JWT, its own expiry is looked at before it is used.</summary>
internal sealed class BearerCredentials(Authentication authentication, ExecutionOptions options, TargetClock clock)
    : ICredentialSource
{
    private readonly string variable =
        Placeholder.NamesIn(authentication.HeaderTemplate?.Value ?? "").FirstOrDefault() ?? Placeholder.AccessToken;

    /// <inheritdoc />
    public ValueTask<CredentialOutcome> ObtainAsync(
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        if (!options.Configuration.TryGetValue(variable, out var token) || token.Length == 0)
        {
            return ValueTask.FromResult(CredentialOutcome.Failed(Obstacles.NotConfigured([variable])));
        }

        var expiry = ExpiryOf(token);
        return ValueTask.FromResult(
            expiry <= clock.Now
                ? CredentialOutcome.Failed(Expired(expiry.Value))
                : new CredentialOutcome(new Credential(token) { ExpiresAt = expiry }, null)
        );
    }

    /// <summary>The <c>exp</c> of a JWT; null for other tokens and for those without one.</summary>
    internal static DateTimeOffset? ExpiryOf(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return
                claims.RootElement.ValueKind is JsonValueKind.Object
                && claims.RootElement.TryGetProperty("exp", out var exp)
                && exp.ValueKind is JsonValueKind.Number
                && exp.TryGetDouble(out var seconds)
                && seconds is > 0 and < 253_402_300_799
                ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Obstacle Expired(DateTimeOffset at) =>
        new(ObstacleKind.NoCredential, $"The token in {variable} expired at {at:u}; put a current one there.", null);
}
