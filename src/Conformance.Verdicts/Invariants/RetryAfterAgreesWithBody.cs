using System.Globalization;
using System.Text.Json;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>Where the body of an exceeded limit repeats <c>Retry-After</c>, both say the same.</summary>
internal sealed class RetryAfterAgreesWithBody : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen.Specification.RateLimits is not { RetryAfterField: { } field, ExceededResponse: { } exceeded }
            || seen.Status != exceeded.Status.Value
            || seen.Endpoint is null
            || seen.Json is not { } body
            || FieldPath.Find(body, field) is not { } said
            || !long.TryParse(
                seen.Response.Header("Retry-After"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seconds
            )
        )
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Section("rate_limits", "exceeded_response", field),
            $"The target MUST say the same in {field} as in Retry-After.",
            exceeded.Location,
            "RTL-16"
        );
        var agrees = said.ValueKind is JsonValueKind.Number && said.TryGetDecimal(out var number) && number == seconds;
        yield return new(
            requirement,
            agrees
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.WhereInBody(field),
                        Cited.At($"{seconds}, as Retry-After says", exceeded.Location),
                        Excerpt.OfValue(said),
                        "fill the header and the field from one value"
                    )
                )
        );
    }
}
