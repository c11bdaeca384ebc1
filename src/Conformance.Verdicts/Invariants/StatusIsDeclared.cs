using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// An operation answers only with statuses that the specification declares: on the operation, in the error
/// catalogue, in the idempotency rules, for an exceeded limit, or in the case itself.
/// </summary>
internal sealed class StatusIsDeclared : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (seen.Endpoint is not { } endpoint)
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Operation(endpoint, "response.status"),
            $"The target MUST answer {endpoint.Name} with a status that the specification declares.",
            endpoint.Location,
            "HTTP-22"
        );
        var declared = Declared(seen.Specification, endpoint).Concat(seen.AllowedByCase).ToHashSet();
        yield return new(
            requirement,
            seen.Declared is not null || declared.Contains(seen.Status)
                ? Judgement.Held
                : Judgement.Broken(Finding(seen, endpoint))
        );
    }

    private static IEnumerable<int> Declared(IntegrationSpecification specification, Endpoint endpoint) =>
        endpoint
            .Responses.Select(r => r.Status.Value)
            .Concat(specification.ErrorCodes.Select(e => e.HttpStatus.Value))
            .Concat(OfIdempotency(endpoint.Idempotency))
            .Concat(specification.RateLimits?.ExceededResponse is { } exceeded ? [exceeded.Status.Value] : []);

    private static IEnumerable<int> OfIdempotency(IdempotencyRules? rules) =>
        new[] { rules?.OnReplay, rules?.OnMismatch, rules?.OnInFlight }
            .OfType<IdempotencyOutcome>()
            .Select(o => o.Status.Value);

    private static Finding Finding(SeenExchange seen, Endpoint endpoint) =>
        new(
            seen.Where("status line"),
            Cited.At(Cited.OneOf(endpoint.Responses.Select(r => r.Status.Value)), endpoint.Location),
            seen.Summary(),
            $"declare {seen.Status} under the responses of {endpoint.Name}, or stop the target answering with it"
        );
}
