using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>
/// The rules behind the suite, whether or not it tests them: each with what tests it, or with the reason why nothing
/// does. Requirements refer to rules by their ids.
/// </summary>
public static class StandardsLedger
{
    /// <summary>All rules, by what they are about.</summary>
    public static ImmutableArray<RuleFamily> Families { get; } =
    [
        new("Token requests", TokenRules.All),
        new("Bearer tokens", BearerRules.All),
        new("JSON Web Tokens", JwtRules.All),
        new("Client certificates", MutualTlsRules.All),
        new("API keys", ApiKeyRules.All),
        new("Idempotency keys", IdempotencyKeyRules.All),
        new("Rate limits", RateLimitRules.All),
        new("HTTP", HttpRules.All),
        new("Error bodies", ErrorBodyRules.All),
        new("Security", SecurityRules.All),
    ];

    /// <summary>All rules.</summary>
    public static IEnumerable<StandardRule> Rules => Families.SelectMany(f => f.Rules);
}
