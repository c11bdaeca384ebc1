using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Repetition;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Judges the cases about the whole run: hears of every exchange while the other cases finish, and decides when they
/// are over. Thread-safe. What it remembers is bounded, however many cases there are.
/// </summary>
public sealed class RunJudge
{
    private readonly JudgeContext context;
    private readonly ImmutableDictionary<string, RunInvariant> byCase;
    private readonly ControlMoments moments = new();
    private readonly Lock observing = new();
    private int delivered;
    private readonly Dictionary<string, Exception> defects = new(StringComparer.Ordinal);

    /// <summary>Prepares the judgement of a run.</summary>
    /// <param name="cases">The planned cases; those with <see cref="ContractCase.OverRun"/> are judged here.</param>
    /// <param name="context">The specification and what else is known of the target.</param>
    public RunJudge(IEnumerable<ContractCase> cases, JudgeContext context)
    {
        this.context = context;
        byCase = cases
            .Where(c => c.OverRun is not null)
            .ToImmutableDictionary(c => c.Id, c => AllRunInvariants.For(c.OverRun!));
    }

    /// <summary>Takes notice of a finished case. Never throws: a defect shows in the case of the invariant that has it.</summary>
    /// <param name="record">What was recorded of it.</param>
    public void Observe(CaseRecord record)
    {
        if (byCase.IsEmpty)
        {
            return;
        }

        var seen = new SeenCase(record, context);
        lock (observing)
        {
            foreach (var exchange in record.Exchanges)
            {
                moments.Note(exchange);
            }

            foreach (var answer in seen.Answered.Where(a => a is { IsToken: false, Exchange.IsShared: false }))
            {
                foreach (var (id, invariant) in byCase)
                {
                    Observe(id, () => invariant.Observe(answer));
                }
            }

            foreach (
                var failed in record.Exchanges.Where(e =>
                    e is { Purpose: ExchangePurpose.Step, Failure: not null, IsShared: false }
                )
            )
            {
                foreach (var (id, invariant) in byCase)
                {
                    Observe(id, () => invariant.ObserveFailure(seen, failed));
                }
            }
        }
    }

    /// <summary>Takes notice of what the target delivered until now. Never throws, as above.</summary>
    /// <param name="deliveries">Every delivery of the run, in order; those that were there before are not looked at twice.</param>
    public void Observe(IReadOnlyList<Exchange> deliveries)
    {
        lock (observing)
        {
            foreach (var exchange in deliveries.Skip(delivered))
            {
                var delivery = new SeenDelivery(exchange, context);
                foreach (var (id, invariant) in byCase)
                {
                    Observe(id, () => invariant.Observe(delivery));
                }
            }

            delivered = Math.Max(delivered, deliveries.Count);
        }
    }

    /// <summary>
    /// Decides a case about the whole run by what was seen until now. Where nothing was, the case is skipped: it sends
    /// nothing that could be missing, and what it looks at has cases of its own that must show it.
    /// </summary>
    /// <param name="contractCase">A case with <see cref="ContractCase.OverRun"/>.</param>
    /// <param name="leftOut">Why other cases were left out; null when all were carried out.</param>
    /// <param name="startedAt">When the decision is made.</param>
    public CaseResult Conclude(ContractCase contractCase, string? leftOut, DateTimeOffset startedAt)
    {
        lock (observing)
        {
            var invariant = byCase[contractCase.Id];
            var judged = RunJudgement.Held;
            var record = new CaseRecord
            {
                Case = contractCase,
                StartedAt = startedAt,
                Duration = TimeSpan.Zero,
            };
            var book = new CheckBook(new SeenCase(record, context));
            book.Judge(
                invariant.Name,
                contractCase.Requirement,
                null,
                () => (judged = Judged(contractCase.Id)).Judgement
            );
            record = record with { Exchanges = [.. judged.Evidence.Select((e, i) => e with { Index = i })] };
            return Result(record, book, leftOut);
        }
    }

    private RunJudgement Judged(string caseId) =>
        defects.TryGetValue(caseId, out var defect)
            ? throw new InvalidOperationException(defect.Message, defect)
            : byCase[caseId].Conclude(moments);

    private void Observe(string caseId, Action observe)
    {
        try
        {
            observe();
        }
#pragma warning disable CA1031 // Whatever an invariant does, its own case must end as an error, and no other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            defects.TryAdd(caseId, e);
        }
    }

    private CaseResult Result(CaseRecord record, CheckBook book, string? leftOut)
    {
        var (verdict, reason) = Decide(book, leftOut);
        return new CaseResult
        {
            Case = record.Case,
            Verdict = verdict,
            Reason = reason is null ? null : context.Mask(reason),
            Checks = book.Results,
            Record = record,
            Repeat = record.Exchanges is [.., { Delivery: null } telling]
                ? context.Mask(CurlCommand.For(telling.Request))
                : null,
        };
    }

    private static (Verdict, string?) Decide(CheckBook book, string? leftOut)
    {
        if (book.Crash is { } crash)
        {
            return (Verdict.Error, crash);
        }

        if (book.Results.Any(r => r.Outcome is CheckOutcome.Broken))
        {
            return (Verdict.Failed, null);
        }

        return book.Unjudged.FirstOrDefault()?.Finding is { } open
            ? (
                Verdict.Skipped,
                $"{leftOut}{(leftOut is null ? "" : " ")}The run shows {open.Actual}; needed are {open.Expected}."
            )
            : (Verdict.Passed, null);
    }
}
