using System.Collections.Frozen;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Errors that depend on the provider's state have a scenario.</summary>
internal sealed class CataloguedErrorsAreProvoked()
    : AdvisoryRule(
        "SCN-105",
        Severity.Warning,
        "No scenario provokes an error",
        "What requests alone can provoke is tested anyway; for the rest, only a scenario says how the error comes about.",
        "add a scenario under test_scenarios.edge_cases with a setup and expected_error"
    )
{
    /// <summary>Statuses that the suite provokes by itself: wrong requests, credentials, paths, media types, too many of them.</summary>
    private static readonly FrozenSet<int> Provoked = [401, 403, 404, 405, 406, 413, 415, 429];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var covered = Covered(specification).Select(code => code?.Value).ToHashSet();
        return specification
            .ErrorCodes.Where(e => !Provoked.Contains(e.HttpStatus.Value) && !covered.Contains(e.Code))
            .Select(e =>
                Finding(
                    e.Code.Location,
                    $"no scenario provokes '{e.Code}' ({e.HttpStatus})",
                    "a scenario with expected_error",
                    related: [.. Declaring(specification, e.Code)]
                )
            );
    }

    private static IEnumerable<Located<string>?> Covered(IntegrationSpecification specification) =>
        specification
            .TestScenarios.SelectMany(s =>
                s.Steps.OfType<ScenarioStep.Call>().Select(c => c.ExpectedError).Append(s.ExpectedError)
            )
            .Concat(
                specification.Endpoints.SelectMany(e =>
                    new[]
                    {
                        e.Idempotency?.OnMismatch?.ErrorCode,
                        e.Idempotency?.OnInFlight?.ErrorCode,
                        e.Resource?.ConflictError,
                    }
                )
            );

    private static IEnumerable<RelatedLocation> Declaring(IntegrationSpecification specification, string code) =>
        specification
            .Endpoints.SelectMany(e =>
                e.Responses.Where(r => r.ErrorCode?.Value == code)
                    .Select(r => new RelatedLocation($"declared by {e.Name}", r.Status.Location))
            )
            .Take(1);
}
