using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// The headers that a response or a catalogued error declares are sent with it. Their values are examples, so only
/// presence is judged; rate-limit headers have an invariant of their own.
/// </summary>
internal sealed class DeclaredResponseHeadersArePresent : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (seen.Endpoint is not { } endpoint)
        {
            yield break;
        }

        var code = seen.ErrorCode is { } sent ? seen.Specification.FindErrorCode(sent) : null;
        var catalogued = code is not null && code.HttpStatus.Value == seen.Status ? code.Headers : [];
        foreach (
            var header in (seen.Declared?.Headers ?? [])
                .Concat(catalogued)
                .Where(h => h.Required && !RateLimitHeadersArePresent.Names(seen).Contains(h.Name.Value))
                .DistinctBy(h => h.Name.Value, StringComparer.OrdinalIgnoreCase)
        )
        {
            var requirement = Contract(
                RequirementIds.ResponseHeader(endpoint, seen.Status, header.Name.Value),
                $"The target MUST send {header.Name.Value} when it answers {endpoint.Name} with {seen.Status}.",
                header.Name.Location
            );
            yield return new(
                requirement,
                seen.Response.HeaderValues(header.Name.Value).Any()
                    ? Judgement.Held
                    : Judgement.Broken(Finding(seen, header))
            );
        }
    }

    private static Finding Finding(SeenExchange seen, ResponseHeader header) =>
        new(
            seen.Where($"header {header.Name.Value}"),
            Cited.At(header.Name.Value, header.Name.Location),
            "no such header",
            $"send {header.Name.Value} with status {seen.Status}, or take it out of the specification"
        );
}
