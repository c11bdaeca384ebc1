using System.Globalization;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Cli.Output;

/// <summary>Writes requirements and their cases for people, in lines that fit the console.</summary>
internal sealed class CoverageListing(CliConsole console)
{
    private const string CaseIndent = "              ";
    private readonly TextWriter output = console.Out;

    /// <summary>Every requirement by operation and section, then those that no case tests, then the totals.</summary>
    /// <param name="plan">The cases.</param>
    /// <param name="coverage">The requirements.</param>
    /// <param name="onlyMissing">Whether only those without a case are shown.</param>
    public void Write(ConformancePlan plan, RequirementCoverage coverage, bool onlyMissing)
    {
        var info = plan.Specification.Info;
        Line($"{info.Title.Value} {info.Version?.Value}".TrimEnd());
        Line();
        if (!onlyMissing)
        {
            foreach (var endpoint in plan.Specification.Endpoints.Select(e => (Endpoint?)e).Append(null))
            {
                WriteOperation(endpoint, [.. coverage.Tested.Where(r => r.Entry.Endpoint == endpoint)]);
            }
        }

        WriteMissing(coverage);
        CoverageTotals.Write(coverage, output);
        Line();
        Line(
            Invariant(
                $"{coverage.Requirements.Length} requirements: {coverage.Tested.Count()} tested by {plan.Cases.Length} cases, "
            ) + Invariant($"{coverage.Untested.Count()} not tested")
        );
        Line(Invariant($"{coverage.Gaps.Count()} that can fail a target have neither a case nor a reason"));
    }

    private void WriteOperation(Endpoint? endpoint, CoveredRequirement[] requirements)
    {
        if (requirements.Length == 0)
        {
            return;
        }

        Line(endpoint is null ? "The whole specification" : $"{endpoint.OperationId.Value}: {endpoint.Name}");
        foreach (var section in requirements.GroupBy(r => r.Entry.Section).OrderBy(g => g.Key))
        {
            Line($"  {Words(section.Key)}");
            foreach (var requirement in section)
            {
                WriteRequirement(endpoint, requirement);
            }
        }

        Line();
    }

    private void WriteRequirement(Endpoint? endpoint, CoveredRequirement covered)
    {
        var id = Within(endpoint, covered.Requirement.Id);
        var head = Invariant($"    {LevelOf(covered.Requirement), -8} {covered.CaseIds.Length, 4}  {id}");
        var room = console.Width - head.Length - 2;
        var cases = CaseText(endpoint, covered, Math.Max(room, console.Width - CaseIndent.Length));
        if (cases.Length <= room)
        {
            Line($"{head}  {cases}");
        }
        else
        {
            Line(head);
            Line($"{CaseIndent}{cases}");
        }
    }

    // The first ids that fit, and how many more there are.
    private static string CaseText(Endpoint? endpoint, CoveredRequirement covered, int room)
    {
        var text = "";
        for (var shown = 1; shown <= Math.Min(3, covered.CaseIds.Length); shown++)
        {
            var more = covered.CaseIds.Length - shown;
            var longer =
                string.Join(", ", covered.CaseIds.Take(shown).Select(id => Within(endpoint, id)))
                + (more > 0 ? Invariant($", +{more}") : "");
            if (text.Length > 0 && longer.Length > room)
            {
                return text;
            }

            text = longer.Length <= room ? longer : $"{longer[..(room - 3)]}...";
        }

        return text;
    }

    private void WriteMissing(RequirementCoverage coverage)
    {
        foreach (
            var reason in coverage
                .Untested.GroupBy(r => r.Reason, StringComparer.Ordinal)
                .OrderBy(g => g.Key is null ? 0 : 1)
                .ThenByDescending(g => g.Count())
        )
        {
            Line(Invariant($"Not tested ({reason.Count()})"));
            foreach (var line in Wrapping.Lines(reason.Key ?? "Nothing says why; a case is due.", console.Width - 2))
            {
                Line($"  {line}");
            }

            foreach (var answer in reason.GroupBy(AnswerOf, StringComparer.Ordinal))
            {
                var first = answer.First().Requirement;
                var more = answer.Count() > 1 ? Invariant($" and {answer.Count() - 1} more of it") : "";
                Line($"    {LevelOf(first), -8} {first.Id}{more}");
            }

            Line();
        }
    }

    // An answer that never comes is one thing to read, whatever it would hold.
    private static string AnswerOf(CoveredRequirement covered) =>
        covered.Entry is { Section: InventorySection.Responses, Observation: Observation.OnEveryExchange on }
        && on.Answers.FromStatus == on.Answers.ToStatus
            ? Invariant($"{on.Answers.OperationId} {on.Answers.FromStatus}")
            : covered.Requirement.Id;

    /// <summary>Level and basis as they are printed.</summary>
    internal static string LevelOf(Requirement requirement) =>
        $"{requirement.Level.ToString().ToUpper(CultureInfo.InvariantCulture), -6} {CoverageTotals.Letter(requirement.Basis)}";

    // Ids under an operation's heading need not repeat it.
    private static string Within(Endpoint? endpoint, string id) =>
        endpoint is not null
        && id.StartsWith(endpoint.OperationId.Value, StringComparison.Ordinal)
        && id.Length > endpoint.OperationId.Value.Length + 1
            ? id[(endpoint.OperationId.Value.Length + 1)..]
            : id;

    private static string Words(InventorySection section) =>
        section switch
        {
            InventorySection.RateLimits => "Rate limits",
            InventorySection.Standards => "Beyond its lines: standards and good practice",
            _ => section.ToString(),
        };

    private void Line(string text = "") => output.WriteLine(SafeText.OneLine(text));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
