using System.Globalization;

namespace Conformance.Comparing;

/// <summary>
/// What a target answered to a case, step by step: statuses, not times, values or how often. An environment may have
/// other limits than another, so a case about limits is compared by which answers there were at all, and throttling in
/// between is passed over.
/// </summary>
internal static class AnswerPattern
{
    private const string TooManyRequests = "429";

    /// <summary>The difference; null where both were answered alike, or one of them was not carried out to its end.</summary>
    /// <param name="before">The case at the first target.</param>
    /// <param name="after">The same case at the second.</param>
    public static BehaviouralDifference? Compare(SummarizedCase before, SummarizedCase after)
    {
        if (!IsDecided(before) || !IsDecided(after))
        {
            return null;
        }

        var (old, now) = (Of(before), Of(after));
        return old == now ? null : new(after.Id, after.Title, old, now);
    }

    private static string Of(SummarizedCase of)
    {
        var answers = of.Exchanges.IsDefault ? [] : of.Exchanges.Select(e => (e.Step, Status: Status(e)));
        return of.Kind == "rate_limit"
            ? string.Join(", ", answers.Select(a => a.Status).Distinct().Order(StringComparer.Ordinal))
            : string.Join(
                "; ",
                answers
                    .Where(a => a.Status != TooManyRequests)
                    .GroupBy(a => a.Step)
                    .Select(g =>
                        $"{g.Key}: {string.Join(", ", g.Select(a => a.Status).Distinct().Order(StringComparer.Ordinal))}"
                    )
            );
    }

    private static string Status(SummarizedExchange exchange) =>
        exchange.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer";

    private static bool IsDecided(SummarizedCase of) => of.Verdict is "passed" or "failed";
}
