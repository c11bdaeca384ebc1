using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using Conformance.Specification.Configuration;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Gating;

/// <summary>
/// The waivers of a run. A waived failure is shown as waived, with who accepts it, why and until when; it is never
/// shown as passed. Immutable.
/// </summary>
/// <param name="waivers">The waivers.</param>
/// <param name="today">The day of the run, in UTC.</param>
public sealed class WaiverBook(ImmutableArray<Waiver> waivers, DateOnly today)
{
    private readonly ImmutableArray<Waiver> holding = [.. waivers.Where(w => !w.HasExpired(today))];

    /// <summary>The case with its waived failures as such; one that failed for nothing else is skipped.</summary>
    /// <param name="result">The case.</param>
    public CaseResult Apply(CaseResult result)
    {
        if (result.Verdict is not Verdict.Failed || !result.Failures.Any(f => Of(f) is not null))
        {
            return result;
        }

        var waived = result.Failures.Select(Of).OfType<Waiver>().First();
        ImmutableArray<CheckResult> checks =
        [
            .. result.Checks.Select(c =>
                c.Outcome is CheckOutcome.Broken && Of(c) is not null ? c with { Outcome = CheckOutcome.Waived } : c
            ),
        ];
        return checks.Any(c => c.Outcome is CheckOutcome.Broken)
            ? result with
            {
                Checks = checks,
            }
            : result with
            {
                Checks = checks,
                Verdict = Verdict.Skipped,
                Reason = Invariant(
                    $"waived until {waived.Expires:yyyy-MM-dd} by {waived.Owner}: {waived.Reason} ({waived.Location.File}:{waived.Location.Line})"
                ),
            };
    }

    /// <summary>What should be known of the waivers: those that waived something, those that expired, those of no use.</summary>
    /// <param name="results">The cases of the run, as <see cref="Apply"/> made them.</param>
    public IEnumerable<string> Notes(IReadOnlyCollection<CaseResult> results)
    {
        var broken = results
            .SelectMany(r => r.Checks)
            .Where(c => c.Outcome is CheckOutcome.Broken or CheckOutcome.Waived)
            .Select(c => c.Requirement.Id)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        foreach (var waiver in waivers)
        {
            var place = $"The waiver of {waiver.Requirement} ({waiver.Location.File}:{waiver.Location.Line})";
            var found = broken.Count(id => Covers(waiver, id));
            if (waiver.HasExpired(today))
            {
                yield return Invariant(
                    $"{place} expired on {waiver.Expires:yyyy-MM-dd}; {waiver.Owner} answers for it. What it waived fails again."
                );
            }
            else if (found == 0)
            {
                yield return $"{place} waived nothing in this run. Remove it when the target is repaired.";
            }
        }

        var cases = results.Count(r => r.Checks.Any(c => c.Outcome is CheckOutcome.Waived));
        if (cases > 0)
        {
            yield return Invariant($"Failures of {cases} {(cases == 1 ? "case is" : "cases are")} waived.");
        }
    }

    private Waiver? Of(CheckResult check) => holding.FirstOrDefault(w => Covers(w, check.Requirement.Id));

    private static bool Covers(Waiver waiver, string requirement) =>
        FileSystemName.MatchesSimpleExpression(waiver.Requirement, requirement, ignoreCase: false);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
