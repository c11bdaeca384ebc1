using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Environments resemble production.</summary>
internal sealed class EnvironmentsAreAlike()
    : AdvisoryRule(
        "ENV-102",
        Severity.Warning,
        "An environment differs from production",
        "What passes under ten times the limits fails in production (best practice: environment parity).",
        "make it the same as production, or accept the difference with its reason"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Environments.FirstOrDefault(e => e.Kind == EnvironmentKind.Production) is not { } production)
        {
            return [];
        }

        return from environment in specification.Environments
            where environment.Kind != EnvironmentKind.Production
            let differences = Differences(environment, production).ToList()
            where differences.Count > 0
            select Finding(
                environment.RateLimitFactor?.Location ?? environment.Name.Location,
                $"'{environment.Name}' differs from '{production.Name}' in {string.Join(", ", differences)}",
                "the same as production"
            );
    }

    private static IEnumerable<string> Differences(TargetEnvironment environment, TargetEnvironment production)
    {
        if ((environment.RateLimitFactor?.Value ?? 1) != (production.RateLimitFactor?.Value ?? 1))
        {
            yield return $"its limits ({environment.RateLimitFactor?.Value ?? 1}x)";
        }

        if (BasePath(environment) is { } path && BasePath(production) is { } live && path != live)
        {
            yield return $"its base path ({path})";
        }
    }

    private static string? BasePath(TargetEnvironment environment) =>
        Uri.TryCreate(environment.BaseUrl?.Value, UriKind.Absolute, out var url)
            ? url.AbsolutePath.TrimEnd('/') + "/"
            : null;
}
