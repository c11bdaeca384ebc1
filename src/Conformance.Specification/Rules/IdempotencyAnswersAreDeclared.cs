using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The statuses of the idempotency rules are declared by their operation.</summary>
internal sealed class IdempotencyAnswersAreDeclared()
    : LintRule(
        "IDP-107",
        Severity.Error,
        "An answer of the idempotency rules is not declared",
        "The rules make the operation send a status that its table of responses does not have.",
        "declare the status under responses of the operation"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        where !endpoint.Responses.IsEmpty && endpoint.Idempotency is not null
        let rules = endpoint.Idempotency
        from outcome in new[] { rules.OnReplay, rules.OnMismatch, rules.OnInFlight }
        where outcome is not null && endpoint.FindResponse(outcome.Status) is null
        select Finding(
            outcome.Status.Location,
            $"{endpoint.Name} does not declare {outcome.Status.Value}, which its idempotency rules answer",
            $"one of {string.Join(", ", endpoint.Responses.Select(r => r.Status.Value))}",
            $"{outcome.Status.Value}",
            related: new RelatedLocation("the operation", endpoint.Method.Location)
        );
}
