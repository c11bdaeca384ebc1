using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>
/// What a run sees of itself as a whole: hands what was carried out to the cases about the whole run, and writes it down
/// in the same order, so that they can be judged again. Thread-safe.
/// </summary>
internal sealed class RunWitness(SessionParts parts)
{
    private readonly Lock observing = new();
    private readonly ConcurrentDictionary<string, int> orders = new(StringComparer.Ordinal);
    private int taken;
    private int deliveriesWritten;
    private bool isConcluding;

    /// <summary>What kept the run from being written down.</summary>
    public IEnumerable<string> Problems => parts.Journal?.Problem is { } problem ? [problem] : [];

    /// <summary>Takes notice of a case that was carried out.</summary>
    public void Take(CaseRecord record)
    {
        lock (observing)
        {
            orders[record.Case.Id] = taken++;
            parts.OverRun.Observe(record);
        }
    }

    /// <summary>Judges a case about the whole run by all that was seen, before and now.</summary>
    public CaseResult Conclude(ContractCase contractCase, string? leftOut)
    {
        lock (observing)
        {
            if (!isConcluding)
            {
                // Their answers, and what they are about, are known now.
                isConcluding = true;
                deliveriesWritten = 0;
                WriteDeliveries();
            }

            var now = parts.Context.Time.GetUtcNow();
            parts.OverRun.Observe(parts.Target.Deliveries);
            return WholeRunJudging.Together([
                .. parts.Earlier?.Conclude(contractCase, leftOut, now) ?? [],
                parts.OverRun.Conclude(contractCase, leftOut, now),
            ]);
        }
    }

    /// <summary>Writes a judged case down.</summary>
    public void Write(CaseResult result)
    {
        if (parts.Journal is not { } journal)
        {
            return;
        }

        journal.Write(result, orders.TryGetValue(result.Case.Id, out var order) ? order : null);
        lock (observing)
        {
            WriteDeliveries();
        }
    }

    /// <summary>Notes the end of the process.</summary>
    public void End(ImmutableArray<string> leftBehind, bool wasInterrupted) =>
        parts.Journal?.End(segment =>
            segment with
            {
                EndedAt = parts.Context.Time.GetUtcNow(),
                Requests = parts.Target.RequestsSent,
                LeftBehind = leftBehind,
                WasInterrupted = wasInterrupted,
            }
        );

    private void WriteDeliveries()
    {
        if (parts.Journal is not { } journal)
        {
            return;
        }

        var fresh = parts.Target.DeliveriesFrom(deliveriesWritten);
        journal.Write([.. fresh.Select(d => SignatureMemory.Keep(d, parts.Judgement))]);
        deliveriesWritten += fresh.Length;
    }
}
