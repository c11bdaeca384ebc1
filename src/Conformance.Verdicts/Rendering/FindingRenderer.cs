using System.Globalization;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Rendering;

/// <summary>
/// Writes what a case came to as plain text that a stranger can act on: the requirement before the evidence, the
/// place on the wire beside the line of the specification, a fix for either side, a command to repeat the request.
/// </summary>
public static class FindingRenderer
{
    /// <summary>Columns unless told otherwise.</summary>
    public const int DefaultWidth = 120;

    private const int MostCasesNamed = 5;
    private const int MostOpenChecks = 3;

    /// <summary>The text of a case; lines end with a line feed.</summary>
    /// <param name="result">The case.</param>
    /// <param name="width">Columns, at least 60; commands are not wrapped, so that they can be copied.</param>
    /// <param name="findings">The findings of the whole run, to name the other cases of a cause; null while it runs.</param>
    public static string Render(CaseResult result, int width = DefaultWidth, RunFindings? findings = null)
    {
        var page = new Page(width);
        page.Paragraph($"{result.Verdict.ToString().ToUpper(CultureInfo.InvariantCulture)}  {result.Case.Id}");
        page.Paragraph(result.Case.Title);
        page.Field("reason", result.Reason);
        foreach (var group in Shown(result).GroupBy(c => (c.Outcome, c.Requirement.Id)))
        {
            page.Line("");
            page.Paragraph($"{Mark(group.Key.Outcome)}{Sentence(group.First().Requirement)}");
            foreach (var check in group)
            {
                page.Line("");
                Evidence(page, check.Finding);
                page.Field("also in", OtherCases(findings?.Of(check.Finding), result.Case.Id));
            }
        }

        page.Command("repeat", result.Repeat);
        Smallest(page, result.Smallest);
        return page.ToString();
    }

    /// <summary>
    /// The text of causes that show in the same cases. One case is told with its title; of several, how often, in which
    /// answers and in which cases it was found.
    /// </summary>
    /// <param name="causes">The causes, at least one.</param>
    /// <param name="width">Columns, at least 60; commands are not wrapped, so that they can be copied.</param>
    public static string Render(IReadOnlyList<FindingGroup> causes, int width = DefaultWidth)
    {
        var first = causes[0];
        var page = new Page(width);
        if (first.CaseIds.Length == 1)
        {
            page.Paragraph($"FAILED  {first.Case.Case.Id}");
            page.Paragraph(first.Case.Case.Title);
        }
        else
        {
            page.Paragraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"FAILED  {causes.Max(g => g.Times)} x  {Places(causes)}  (first: {first.Case.Case.Id})"
                )
            );
            if (causes.Any(g => g.Case.Case.Requirement.Id == g.Example.Requirement.Id))
            {
                page.Paragraph(first.Case.Case.Title);
            }
        }

        foreach (var group in causes.GroupBy(g => g.Example.Requirement.Id))
        {
            page.Line("");
            page.Paragraph(Sentence(group.First().Example.Requirement));
            foreach (var cause in group)
            {
                page.Line("");
                Evidence(page, cause.Example.Finding);
            }
        }

        page.Field("answers", first.Answers.Length < 2 ? null : ByOperation(first.Answers));
        page.Field("also in", OtherCases(first, first.Case.Case.Id));
        if (causes.FirstOrDefault(g => g.IsRepeatable) is { } shown)
        {
            page.Command("repeat", shown.Case.Repeat);
            Smallest(page, shown.Case.Smallest);
        }

        return page.ToString();
    }

    /// <summary>The text of one check: the requirement and its evidence.</summary>
    /// <param name="check">The check.</param>
    /// <param name="width">Columns, at least 60.</param>
    public static string Render(CheckResult check, int width = DefaultWidth)
    {
        var page = new Page(width);
        page.Paragraph($"{Mark(check.Outcome)}{Sentence(check.Requirement)}");
        page.Line("");
        Evidence(page, check.Finding);
        return page.ToString();
    }

    /// <summary>The requirement's sentence with its level, basis, id and references.</summary>
    /// <param name="requirement">The requirement.</param>
    public static string Sentence(Requirement requirement)
    {
        var level = requirement.Level.ToString().ToUpper(CultureInfo.InvariantCulture);
        var references = string.Join(", ", requirement.References.Prepend(requirement.Id));
        return $"{requirement.Statement}  ({level}, {Basis(requirement.Basis)}; {references})";
    }

    // A case that was left open or broke shows why; a failure shows what failed and nothing that is merely open.
    private static IEnumerable<CheckResult> Shown(CaseResult result) =>
        result.Verdict is Verdict.Inconclusive or Verdict.Error
            ? result.Checks.Where(c => c.Outcome is CheckOutcome.NotJudged).Take(MostOpenChecks).Concat(result.Warnings)
            : result
                .Failures.Concat(result.Checks.Where(c => c.Outcome is CheckOutcome.Waived))
                .Concat(result.Warnings);

    private static void Evidence(Page page, Finding? finding)
    {
        page.Field("where", finding?.Where);
        page.Field("expected", finding?.Expected);
        page.Field("actual", finding?.Actual);
        page.Field("fix", finding?.Fix);
    }

    private static void Smallest(Page page, SmallestFailure? smallest)
    {
        page.Command("smallest", smallest?.Body);
        if (smallest?.Scenario is { } scenario)
        {
            page.Line("");
            page.Paragraph("To keep this failure as a test, add to test_scenarios:");
            foreach (var line in scenario.Split('\n'))
            {
                page.Line($"    {line}");
            }
        }
    }

    private static string? OtherCases(FindingGroup? group, string caseId)
    {
        var others = group?.CasesBeside(caseId).ToArray() ?? [];
        return others.Length == 0 ? null : Named(others);
    }

    // "POST /things 201, 400; GET /things 200": the status is the last word.
    private static string ByOperation(IEnumerable<string> answers) =>
        string.Join(
            "; ",
            answers
                .Select(a => (Operation: a[..a.LastIndexOf(' ')], Status: a[(a.LastIndexOf(' ') + 1)..]))
                .GroupBy(a => a.Operation)
                .Select(g => $"{g.Key} {string.Join(", ", g.Select(a => a.Status).Order(StringComparer.Ordinal))}")
        );

    private static string Named(IReadOnlyCollection<string> names)
    {
        var more = names.Count > MostCasesNamed ? $" and {names.Count - MostCasesNamed} more" : "";
        return string.Join(", ", names.Take(MostCasesNamed)) + more;
    }

    private static string Places(IReadOnlyList<FindingGroup> causes)
    {
        var places = causes.Select(g => g.Place).Distinct().ToArray();
        return places.Length > 3 ? $"{places[0]} and {places.Length - 1} other places" : string.Join(" and ", places);
    }

    private static string Mark(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Warned => "warning: ",
            CheckOutcome.NotJudged => "not judged: ",
            CheckOutcome.Observed => "observed: ",
            CheckOutcome.Waived => "waived: ",
            _ => "",
        };

    private static string Basis(RequirementBasis basis) =>
        basis switch
        {
            RequirementBasis.Standard => "by standard",
            RequirementBasis.Contract => "by contract",
            RequirementBasis.Draft => "by draft",
            _ => "proposed",
        };
}
