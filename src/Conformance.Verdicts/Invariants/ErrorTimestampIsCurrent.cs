using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// An error's timestamp is about now. That it is a timestamp at all is the schema's business; ten minutes are more than
/// clocks that are kept differ. Only where the target's clock is the real one, or the run is the only one to move it.
/// </summary>
internal sealed class ErrorTimestampIsCurrent : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            !seen.IsError
            || seen.Endpoint is null
            || !seen.Context.KnowsTargetClock
            || seen.Specification.ErrorFormat is not { Roles.Timestamp: { } field } format
            || AboutNow.Judge(
                seen,
                field,
                seen.Exchange.AnsweredAtTarget ?? seen.Exchange.SentAt + seen.Exchange.Duration,
                "take the time from the clock when the error happens, in UTC"
            )
                is not { } judgement
        )
        {
            yield break;
        }

        yield return new(
            Contract(
                RequirementIds.Section("error_format", "timestamp.current"),
                "The target MUST stamp errors with the time they happened.",
                format.Location,
                "ERR-06"
            ),
            judgement
        );
    }
}
