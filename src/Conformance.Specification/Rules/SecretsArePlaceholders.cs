using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>No secret stands in the specification.</summary>
internal sealed class SecretsArePlaceholders()
    : LintRule(
        "AUT-104",
        Severity.Error,
        "A secret is written out",
        "Specifications are shared and versioned; a secret in one is a secret no more.",
        "write a {PLACEHOLDER} that the environment fills"
    )
{
    private static readonly string[] Secrets = ["client_secret", "client_assertion", "password", "api_key", "secret"];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var parameters = specification.Authentication?.TokenEndpoint?.Parameters ?? [];
        foreach (var (name, value) in parameters.Where(p => Secrets.Contains(p.Key) && !HasPlaceholder(p.Value)))
        {
            yield return Leak(value, $"literal secret in '{name}'");
        }

        if (specification.Authentication?.HeaderTemplate is { } template && !HasPlaceholder(template))
        {
            yield return Leak(template, "the credential is written out");
        }
    }

    /// <summary>The value itself is not repeated: findings end up in logs.</summary>
    private Diagnostic Leak(Located<string> value, string what) =>
        Finding(value.Location, $"{what}; use a {{PLACEHOLDER}}", "a {PLACEHOLDER} such as \"{CLIENT_SECRET}\"");

    private static bool HasPlaceholder(Located<string> text) => text.Value.Contains('{', StringComparison.Ordinal);
}
