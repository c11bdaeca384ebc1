using Conformance.Specification.Model;

namespace Conformance.Specification.Phrases;

/// <summary>What an environment is for, by its name. A name that says nothing is taken for live: the careful reading.</summary>
internal static class EnvironmentKindPhrase
{
    private static readonly string[] SandboxWords = ["sandbox", "dev", "test", "local", "demo", "mock", "ci"];
    private static readonly string[] StagingWords =
    [
        "stag",
        "preprod",
        "pre-prod",
        "pre_prod",
        "uat",
        "qa",
        "integration",
    ];

    public const string Accepted = "'sandbox', 'staging', 'production'";

    public static PhraseResult<EnvironmentKind> Parse(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "sandbox" => PhraseResult<EnvironmentKind>.Of(EnvironmentKind.Sandbox),
            "staging" => PhraseResult<EnvironmentKind>.Of(EnvironmentKind.Staging),
            "production" => PhraseResult<EnvironmentKind>.Of(EnvironmentKind.Production),
            _ => PhraseResult<EnvironmentKind>.NotUnderstood(Accepted),
        };

    public static EnvironmentKind OfName(string name) =>
        Has(name, StagingWords) ? EnvironmentKind.Staging
        : Has(name, SandboxWords) ? EnvironmentKind.Sandbox
        : EnvironmentKind.Production;

    private static bool Has(string name, string[] words) =>
        words.Any(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
