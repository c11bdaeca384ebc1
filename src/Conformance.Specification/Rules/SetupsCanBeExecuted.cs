using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A setup has a hook that carries it out.</summary>
internal sealed class SetupsCanBeExecuted()
    : AdvisoryRule(
        "SCN-103",
        Severity.Warning,
        "A setup has no hook to execute it",
        "The scenario needs the provider in a state, and nobody can bring it there: it is never run.",
        "give an environment provider_states: { url: ... } or fixtures for the state"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .TestScenarios.Select(s => s.Setup)
            .OfType<Located<string>>()
            .Where(setup =>
                !specification.Environments.Any(e =>
                    e.ProviderStatesUrl is not null
                    || e.Fixtures.Any(f => f.State.Value.Equals(setup.Value, StringComparison.OrdinalIgnoreCase))
                )
            )
            .Select(setup => Finding(setup.Location, $"setup '{setup}' has no hook to execute it", "provider_states"));
}
