using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every environment says what data it has and how one gets credentials.</summary>
internal sealed class EnvironmentsAreDescribed()
    : LintRule(
        "ENV-105",
        Severity.Warning,
        "An environment lacks its data policy or credentials",
        "Testers need to know what they may touch, and with which keys.",
        "add data and credentials"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from environment in specification.Environments
        let missing = new[]
        {
            environment.Data is null ? "data" : null,
            environment.Credentials is null ? "credentials" : null,
        }.OfType<string>()
        where missing.Any()
        select Finding(
            environment.Name.Location,
            $"environment '{environment.Name}' lacks {string.Join(" and ", missing)}"
        );
}
