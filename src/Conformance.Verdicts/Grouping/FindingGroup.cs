using System.Collections.Immutable;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Grouping;

/// <summary>One cause, with every case it shows in.</summary>
/// <param name="Cause">Check, requirement and place.</param>
/// <param name="Example">The check that shows it best: the first of its case, if there is one.</param>
/// <param name="Case">The case of that check.</param>
/// <param name="CaseIds">The cases it shows in, in the order of the run.</param>
/// <param name="Times">How often it was found: in so many answers, or by so many checks.</param>
/// <param name="Answers">The answers it was found in, <c>POST /things 201</c>, the most frequent first.</param>
public sealed record FindingGroup(
    string Cause,
    CheckResult Example,
    CaseResult Case,
    ImmutableArray<string> CaseIds,
    int Times,
    ImmutableArray<string> Answers
)
{
    /// <summary>What is wrong, in a few words: the place in the response.</summary>
    public string Place => Example.Finding is { } finding ? Judging.Cause.Place(finding) : Example.Check;

    /// <summary>The other cases that show it.</summary>
    /// <param name="caseId">The case to leave out.</param>
    public IEnumerable<string> CasesBeside(string caseId) => CaseIds.Where(id => id != caseId);

    /// <summary>Whether the command that repeats <see cref="Case"/> repeats the answer of <see cref="Example"/>.</summary>
    public bool IsRepeatable => Case.Failures.FirstOrDefault() is { } first && first.Exchange == Example.Exchange;

    /// <summary>Gathers what was found of one cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="found">The checks that show it, at least one, with their cases in the order of the run.</param>
    internal static FindingGroup Of(string cause, IReadOnlyList<(CaseResult Case, CheckResult Check)> found)
    {
        var example = found.FirstOrDefault(f => f.Case.Failures.FirstOrDefault() == f.Check, found[0]);
        return new(
            cause,
            example.Check,
            example.Case,
            [.. found.Select(f => f.Case.Case.Id).Distinct()],
            found.Sum(f => f.Check.Times),
            [
                .. found
                    .Where(f => f.Check.Answer is not null)
                    .GroupBy(f => f.Check.Answer!, f => f.Check.Times)
                    .OrderByDescending(g => g.Sum())
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => g.Key),
            ]
        );
    }
}
