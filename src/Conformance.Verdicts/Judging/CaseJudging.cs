using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Judging;

/// <summary>
/// Judges what a case expects over several exchanges. Two bodies are not compared where the status of one is wrong
/// already: the case has failed, and what the body would have said is noise.
/// </summary>
internal static class CaseJudging
{
    /// <summary>Judges the expectations of a case in order.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="book">Where the results go.</param>
    public static void Judge(SeenCase seen, CheckBook book)
    {
        foreach (var expectation in seen.Case.Expectations)
        {
            if (Compared(expectation).Any(book.IsStatusWrong))
            {
                continue;
            }

            book.Judge(
                expectation.GetType().Name,
                expectation.Requirement,
                null,
                () => Checks.AllChecks.For(expectation).Judge(expectation, seen)
            );
        }
    }

    private static IEnumerable<string> Compared(CaseExpectation expectation) =>
        expectation switch
        {
            FieldsAgree e => [e.First, e.Second],
            FieldsDiffer e => [e.First, e.Second],
            FieldRefersTo e => [e.First, e.Second],
            FieldsPersist e => [e.First, e.Second],
            ListContainsOnce e => [e.First, e.Second],
            ListLacks e => [e.First, e.Second],
            OnlyAddition e => [e.Before, e.Created, e.After],
            PagesJoin e => [.. e.Pages, e.Whole],
            _ => [],
        };
}
