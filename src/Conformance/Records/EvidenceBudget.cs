using System.Collections.Concurrent;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>
/// Bounds the memory of long runs. Reports that are complete only at the end look at every case once more; of cases that
/// passed, headers and bodies are kept for that until there are too many of them, then only what was asked, answered and
/// how long it took. Reports that are written case by case, and the record of the run, have everything. Thread-safe.
/// </summary>
/// <param name="capacity">Number of bytes of headers and bodies of passed cases that are kept.</param>
internal sealed class EvidenceBudget(long capacity = EvidenceBudget.Usual)
{
    /// <summary>Enough for some 50,000 cases of a few small exchanges; more than a page shows at once.</summary>
    public const long Usual = 128 << 20;

    private const string Note =
        "Headers and bodies are not kept here, for so many other cases passed before; record/cases.ndjson has them.";

    // The same few checks hold in case after case: one of each is enough.
    private readonly ConcurrentDictionary<HeldCheck, CheckResult> held = new();
    private long used;

    /// <summary>What is kept of a finished case until the end of the run.</summary>
    /// <param name="result">The case, after every report has taken it.</param>
    public CaseResult Keep(CaseResult result)
    {
        if (result is not { Verdict: Verdict.Passed, Record: { } record })
        {
            return result;
        }

        var isOver = Interlocked.Add(ref used, record.Exchanges.Sum(SizeOf)) > capacity;
        return result with { Checks = [.. result.Checks.Select(One)], Record = isOver ? Bare(record) : record };
    }

    private CheckResult One(CheckResult check) =>
        check.Outcome is CheckOutcome.Held
            ? held.GetOrAdd(
                new(check.Check, check.Requirement with { References = [] }, check.Exchange, check.Times),
                check
            )
            : check;

    private static CaseRecord Bare(CaseRecord record) =>
        record with
        {
            Exchanges = [.. record.Exchanges.Select(Bare)],
            Notes = [.. record.Notes, Note],
        };

    private static Exchange Bare(Exchange exchange) =>
        exchange with
        {
            Request = exchange.Request with { Headers = [], Body = default },
            Response = exchange.Response is { } response ? response with { Headers = [], Body = default } : null,
        };

    private static long SizeOf(Exchange exchange) =>
        exchange.Request.Body.Length
        + exchange.Request.Headers.Sum(h => h.Key.Length + h.Value.Length)
        + (exchange.Response?.Body.Length ?? 0)
        + (exchange.Response?.Headers.Sum(h => h.Key.Length + h.Value.Length) ?? 0);

    // Lists are equal only where they are the same; the references of a requirement follow from its id.
    private readonly record struct HeldCheck(string Check, Requirement Requirement, int? Exchange, int Times);
}
