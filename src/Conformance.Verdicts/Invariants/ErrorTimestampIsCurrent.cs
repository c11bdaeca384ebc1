using System.Globalization;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// An error's timestamp is about now. That it is a timestamp at all is the schema's business; ten minutes are more than
/// clocks that are kept differ. Only where the target's clock is the real one, or the run is the only one to move it.
/// </summary>
internal sealed class ErrorTimestampIsCurrent : Invariant
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            !seen.IsError
            || seen.Endpoint is null
            || !seen.Context.KnowsTargetClock
            || seen.Specification.ErrorFormat is not { Roles.Timestamp: { } field } format
            || FieldPath.FindText(seen.Json, field) is not { } text
            || !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
        {
            yield break;
        }

        var answered = seen.Exchange.AnsweredAtTarget ?? seen.Exchange.SentAt + seen.Exchange.Duration;
        var requirement = Contract(
            RequirementIds.Section("error_format", "timestamp.current"),
            "The target MUST stamp errors with the time they happened.",
            format.Location,
            "ERR-06"
        );
        yield return new(
            requirement,
            (moment - answered).Duration() <= Tolerance
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.WhereInBody(field),
                        $"about {answered.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                        Excerpt.OfText(text, 60),
                        "take the time from the clock when the error happens, in UTC"
                    )
                )
        );
    }
}
