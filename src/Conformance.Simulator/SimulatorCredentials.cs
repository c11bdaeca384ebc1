using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Simulator.Access;
using Conformance.Specification.Model;

namespace Conformance.Simulator;

/// <summary>What one client of the simulator authenticates with. Fixed and published: they guard nothing.</summary>
/// <param name="ClientId">OAuth client id; also what limits, idempotency keys and resources are kept per.</param>
/// <param name="ClientSecret">OAuth client secret.</param>
/// <param name="ApiKey">API key.</param>
/// <param name="BearerToken">Pre-issued bearer token.</param>
public sealed partial record SimulatorCredentials(
    string ClientId,
    string ClientSecret,
    string ApiKey,
    string BearerToken
)
{
    /// <summary>The client that is used unless another is asked for.</summary>
    public static SimulatorCredentials Default { get; } =
        new("simulated-client-1", "simulated-secret-1-7f3b9c", "simulated-key-1-2e8d41", "simulated-token-1-c05a6e");

    /// <summary>Another client, to show that clients do not see each other.</summary>
    public static SimulatorCredentials Second { get; } =
        new("simulated-client-2", "simulated-secret-2-d1460b", "simulated-key-2-93fa7c", "simulated-token-2-48be15");

    /// <summary>Values for both clients: the second one's stand under the same names with <c>_2</c> behind.</summary>
    /// <param name="specification">The specification whose placeholders are filled.</param>
    /// <returns>Placeholder name without braces, and its value.</returns>
    public static ImmutableDictionary<string, string> ForBothClients(IntegrationSpecification specification) =>
        Default
            .ConfigurationFor(specification)
            .AddRange(Second.ConfigurationFor(specification).Select(v => KeyValuePair.Create(v.Key + "_2", v.Value)));

    /// <summary>Values for the placeholders a specification names its credentials by.</summary>
    /// <param name="specification">The specification whose placeholders are filled.</param>
    /// <returns>Placeholder name without braces, and its value.</returns>
    public ImmutableDictionary<string, string> ConfigurationFor(IntegrationSpecification specification)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        values["CLIENT_ID"] = ClientId;
        values["CLIENT_SECRET"] = ClientSecret;
        values["API_KEY"] = ApiKey;
        values["BEARER_TOKEN"] = BearerToken;
        if (specification.Authentication is { } authentication)
        {
            AddTokenParameters(values, authentication);
            AddHeader(values, authentication);
        }

        return values.ToImmutable();
    }

    private void AddTokenParameters(ImmutableDictionary<string, string>.Builder values, Authentication authentication)
    {
        foreach (var (parameter, text) in authentication.TokenEndpoint?.Parameters ?? [])
        {
            foreach (Match placeholder in Placeholder().Matches(text.Value))
            {
                values[placeholder.Groups[1].Value] = parameter switch
                {
                    "client_id" => ClientId,
                    "client_secret" => ClientSecret,
                    _ => "simulated",
                };
            }
        }
    }

    private void AddHeader(ImmutableDictionary<string, string>.Builder values, Authentication authentication)
    {
        var placeholder = Placeholder().Match(authentication.HeaderTemplate?.Value ?? "");
        if (placeholder.Success)
        {
            values[placeholder.Groups[1].Value] =
                authentication.Type.Value is AuthenticationType.ApiKey ? ApiKey : TokenFor(authentication);
        }

        if (authentication.Jwt is { TestIssuer: { } issuer } jwt)
        {
            values[issuer.KeyVariable] = new JwtAuthority(jwt).PrivateKey;
        }
    }

    // Far longer than any test moves the clock.
    private string TokenFor(Authentication authentication)
    {
        var now = TimeProvider.System.GetUtcNow();
        return authentication.Jwt is { } jwt
            ? new JwtAuthority(jwt).Issue(ClientId, authentication.Scopes.Select(s => s.Key), now, now.AddYears(10))
            : BearerToken;
    }

    [GeneratedRegex(@"\{([A-Z][A-Z0-9_]*)\}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Placeholder();
}
