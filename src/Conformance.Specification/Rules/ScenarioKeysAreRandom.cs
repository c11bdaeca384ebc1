using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Idempotency keys in scenarios look like real ones.</summary>
internal sealed class ScenarioKeysAreRandom()
    : AdvisoryRule(
        "SCN-106",
        Severity.Info,
        "An idempotency key is low-entropy",
        "Keys such as abc123 are copied into clients, where two of them collide.",
        "use a UUID"
    )
{
    /// <summary>128 bits, the least that makes collisions improbable, need this many letters and digits.</summary>
    private const int LeastLength = 22;

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var names = DeclaredKeys
            .Of(specification)
            .Select(r => r.Header.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from scenario in specification.TestScenarios
            from step in scenario.Steps.OfType<ScenarioStep.Send>().Where(s => !s.Same)
            from header in step.Headers
            where names.Contains(header.Key) && header.Value.Length < LeastLength
            select Finding(
                step.Text.Location,
                $"idempotency key '{header.Value}' is low-entropy",
                "a UUID",
                header.Value
            );
    }
}
