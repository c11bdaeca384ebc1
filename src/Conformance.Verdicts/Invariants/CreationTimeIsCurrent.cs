using System.Globalization;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>What was created just now says so: <c>created_at</c> of the answer to a creation is about now.</summary>
/// <remarks>Only where the target's clock is the real one; ten minutes are more than clocks that are kept differ.</remarks>
internal sealed class CreationTimeIsCurrent : Invariant
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen is not { Status: 201, Endpoint: { } endpoint, Declared.Schema: { } schema }
            || !seen.Context.SharesClock
        )
        {
            yield break;
        }

        foreach (var property in schema.Properties.Where(p => CreationTimes.IsOne(p.Name)))
        {
            if (
                FieldPath.FindText(seen.Json, property.Name) is { } text
                && DateTimeOffset.TryParse(
                    text,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var moment
                )
            )
            {
                yield return new(
                    Contract(
                        RequirementIds.Response(endpoint, 201, $"body.{property.Name.Value}.current"),
                        $"The target MUST tell by {property.Name.Value} when {endpoint.Name} was carried out.",
                        property.Schema.Location,
                        "HTTP-31"
                    ),
                    Judge(seen, property.Name, text, moment)
                );
            }
        }
    }

    private static Judgement Judge(SeenExchange seen, string field, string text, DateTimeOffset moment)
    {
        var answered = seen.Exchange.SentAt + seen.Exchange.Duration;
        return (moment - answered).Duration() <= Tolerance
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    seen.WhereInBody(field),
                    $"about {answered.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                    Excerpt.OfText(text, 60),
                    "take the time from the clock when the resource is created, with its offset"
                )
            );
    }
}
