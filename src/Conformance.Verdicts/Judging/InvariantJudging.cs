using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Invariants;

namespace Conformance.Verdicts.Judging;

/// <summary>
/// Judges the invariants on every answer of the API, arrangement steps included: what is wrong there is wrong. Token
/// endpoints are exempt (STANDARDS TOK-19), control calls are no part of the contract.
/// </summary>
internal static class InvariantJudging
{
    /// <summary>Judges all invariants on all answers.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="book">Where the results go.</param>
    public static void Judge(SeenCase seen, CheckBook book)
    {
        foreach (
            var answer in seen.Answered.Where(a =>
                a is { IsToken: false, Exchange.IsShared: false } && IsKnown(a.Exchange.Request.Method)
            )
        )
        {
            foreach (var invariant in AllInvariants.Listed)
            {
                Judge(invariant, answer, book);
            }
        }
    }

    // Servers refuse a method that HTTP does not know while they parse it, before anything of the contract is reached.
    private static bool IsKnown(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT";

    private static void Judge(Invariant invariant, SeenExchange answer, CheckBook book)
    {
        try
        {
            foreach (var (requirement, judgement) in invariant.Judge(answer))
            {
                book.Record(invariant.Name, requirement, answer.Exchange.Index, judgement);
            }
        }
#pragma warning disable CA1031 // Whatever an invariant does, the case must end as an error that names it and not vanish.
        catch (Exception e)
#pragma warning restore CA1031
        {
            book.RecordCrash(invariant.Name, answer.Of.Case.Requirement, answer.Exchange.Index, e);
        }
    }
}
