using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Two errors that happened at different times do not tell the same time. Where the target's clock can be moved it may
/// stand still in between, so there two errors are only compared when it was moved between them: a time that neither
/// follows that clock nor the real one is no time.
/// </summary>
internal sealed class ErrorTimestampsMoveOn : RunInvariant
{
    private const int MostKept = 10_000;

    // Whole seconds may be told, so two are needed to be sure that the next has begun.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, (SeenExchange First, SeenExchange Last)> byText = new(StringComparer.Ordinal);
    private ErrorFormat? format;
    private int errors;

    /// <inheritdoc />
    public override void Observe(SeenExchange seen)
    {
        if (
            !seen.IsError
            || seen.Specification.ErrorFormat is not { Roles.Timestamp: { } field } declared
            || FieldPath.FindText(seen.Json, field) is not { } text
        )
        {
            return;
        }

        errors++;
        format = declared;
        if (byText.TryGetValue(text, out var known))
        {
            byText[text] = (Earlier(known.First, seen), Earlier(known.Last, seen) == seen ? known.Last : seen);
        }
        else if (byText.Count < MostKept)
        {
            byText[text] = (seen, seen);
        }
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments) =>
        errors < 2
            ? RunJudgement.NothingSeen(
                "several errors with timestamps",
                string.Create(CultureInfo.InvariantCulture, $"{errors} of them")
            )
            : RunJudgement.Broken([
                .. byText
                    .Where(e => AreApart(e.Value.First, e.Value.Last))
                    .Select(e =>
                        (
                            Finding(e.Key, e.Value),
                            ImmutableArray.Create<Exchange>(e.Value.First.Exchange, e.Value.Last.Exchange)
                        )
                    ),
            ]);

    private static SeenExchange Earlier(SeenExchange one, SeenExchange other) =>
        other.Exchange.SentAt < one.Exchange.SentAt ? other : one;

    private static bool AreApart(SeenExchange first, SeenExchange last) =>
        last.Exchange.SentAt - (first.Exchange.SentAt + first.Exchange.Duration) >= Apart
        && (
            first.Context.SharesClock
            || (Moved(first.Exchange) is { } before && Moved(last.Exchange) is { } after && after - before >= Apart)
        );

    private static TimeSpan? Moved(Exchange exchange) => exchange.SentAtTarget - exchange.SentAt;

    private Finding Finding(string text, (SeenExchange First, SeenExchange Last) seen)
    {
        var field = format!.Roles.Timestamp!;
        var apart = seen.Last.Exchange.SentAt - seen.First.Exchange.SentAt;
        return new(
            $"error bodies, {FieldPath.Display(field)}",
            Cited.At("the time the error happened", format.Location),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{Excerpt.OfText(text, 60)}\" in {seen.First.Of.Case.Id}, and again {apart.TotalSeconds:0.0} s later in {seen.Last.Of.Case.Id}"
            ),
            "take the time from the clock when the error happens, in UTC"
        );
    }
}
