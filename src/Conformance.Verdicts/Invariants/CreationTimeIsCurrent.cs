using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Invariants;

/// <summary>What was created just now says so: <c>created_at</c> of the answer to a creation is about now.</summary>
/// <remarks>Only where the target's clock is the real one; ten minutes are more than clocks that are kept differ.</remarks>
internal sealed class CreationTimeIsCurrent : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen is not { Status: 201, Endpoint: { } endpoint, DeclaredFields: { } schema }
            || !seen.Context.SharesClock
        )
        {
            yield break;
        }

        foreach (var property in schema.Properties.Where(p => CreationTimes.IsOne(p.Name)))
        {
            var judgement = AboutNow.Judge(
                seen,
                property.Name,
                seen.Exchange.SentAt + seen.Exchange.Duration,
                "take the time from the clock when the resource is created, with its offset"
            );
            if (judgement is not null)
            {
                yield return new(
                    Contract(
                        RequirementIds.Response(endpoint, 201, $"body.{property.Name.Value}.current"),
                        $"The target MUST tell by {property.Name.Value} when {endpoint.Name} was carried out.",
                        property.Schema.Location,
                        "HTTP-31"
                    ),
                    judgement
                );
            }
        }
    }
}
