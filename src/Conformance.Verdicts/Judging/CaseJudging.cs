using Conformance.Verdicts.Checks;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Judging;

/// <summary>Judges what a case expects over several exchanges.</summary>
internal static class CaseJudging
{
    /// <summary>Judges the expectations of a case in order.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="book">Where the results go.</param>
    public static void Judge(SeenCase seen, CheckBook book)
    {
        foreach (var expectation in seen.Case.Expectations)
        {
            book.Judge(
                expectation.GetType().Name,
                expectation.Requirement,
                null,
                () => AllChecks.For(expectation).Judge(expectation, seen)
            );
        }
    }
}
