using System.Globalization;
using Conformance.Reports.Html.Evidence;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Inventory;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>Which requirements were tested, by part of the specification, and what is known of the others.</summary>
internal sealed class CoverageSection : IPageSection
{
    /// <inheritdoc />
    public string Id => "coverage";

    /// <inheritdoc />
    public string Title => "Coverage";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => run.Result.Cases.Length > 0;

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        var all = RunCoverage.Of(run.Result);
        var tested = all.Count(r => r.IsTested);
        var percent = all.Length == 0 ? 0 : 100.0 * tested / all.Length;
        page.Put(
            "p",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tested:N0} of {all.Length:N0} requirements ({percent:0} %) were tested by a case that passed or failed."
            )
        );
        var broken = run
            .Result.Cases.SelectMany(c => c.Failures)
            .Select(c => c.Requirement.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var part in all.GroupBy(r => r.Entry.Section).OrderBy(g => g.Key))
        {
            Part(page, Name(part.Key, run.Result.Run.Subject), [.. part], broken);
        }
    }

    private static void Part(Markup page, string name, CoveredRequirement[] requirements, HashSet<string> broken)
    {
        using var details = page.In("details", ("class", "part"));
        using (page.In("summary"))
        {
            page.Put("span", name, ("class", "name"));
            var tested = requirements.Count(r => r.IsTested);
            Bar(page, requirements, broken);
            page.Put(
                "span",
                string.Create(CultureInfo.InvariantCulture, $"{tested} of {requirements.Length}"),
                ("class", "number")
            );
        }

        using var table = page.In("table");
        using (page.In("thead"))
        using (page.In("tr"))
        {
            page.Put("th", "Requirement", ("scope", "col"));
            page.Put("th", "State", ("scope", "col"));
        }

        using var body = page.In("tbody");
        foreach (var requirement in requirements.OrderBy(r => Order(r, broken)))
        {
            Row(page, requirement, broken);
        }
    }

    private static void Bar(Markup page, CoveredRequirement[] requirements, HashSet<string> broken)
    {
        var failed = requirements.Count(r => IsBroken(r, broken));
        var tested = requirements.Count(r => r.IsTested) - failed;
        using var svg = page.In(
            "svg",
            ("class", "bar"),
            ("aria-hidden", "true"),
            ("viewBox", "0 0 100 6"),
            ("preserveAspectRatio", "none")
        );
        var at = 0.0;
        foreach (var (count, tone) in new[] { (failed, "failed"), (tested, "passed") })
        {
            var width = 100.0 * count / requirements.Length;
            page.Put(
                "rect",
                "",
                ("class", $"fill-{tone}"),
                ("x", Markup.Unit(at)),
                ("width", Markup.Unit(width)),
                ("height", "6")
            );
            at += width;
        }
    }

    private static void Row(Markup page, CoveredRequirement requirement, HashSet<string> broken)
    {
        using var row = page.In("tr");
        using (page.In("td"))
        {
            page.Text(requirement.Requirement.Statement);
            using var small = page.In("small");
            page.Put("code", requirement.Requirement.Id);
            if (RequirementTable.LineOf(requirement.Requirement) is { } line)
            {
                page.Text($" · {line}");
            }
        }

        using var state = page.In("td");
        if (!requirement.IsTested)
        {
            page.Text(requirement.Reason is { } reason ? $"not tested: {reason}" : "not tested");
            return;
        }

        var isBroken = IsBroken(requirement, broken);
        var tone = isBroken ? "failed" : "passed";
        page.Put("span", isBroken ? "broken" : "held", ("class", $"badge {tone}"));
        page.Text(" ");
        page.Put(
            "a",
            VerdictCounts.Number(requirement.CaseIds.Length, "case"),
            ("href", CaseLink.Where(("requirement", requirement.Requirement.Id)))
        );
    }

    private static bool IsBroken(CoveredRequirement requirement, HashSet<string> broken) =>
        requirement.IsTested && broken.Contains(requirement.Requirement.Id);

    private static int Order(CoveredRequirement requirement, HashSet<string> broken) =>
        IsBroken(requirement, broken) ? 0
        : requirement.IsTested ? 2
        : 1;

    private static string Name(InventorySection section, RunSubject subject) =>
        subject is not RunSubject.Provider
            ? "Obligations"
            : section switch
            {
                InventorySection.RateLimits => "Rate limits",
                InventorySection.Errors => "Error format",
                InventorySection.Sequences => "Sequence diagrams",
                InventorySection.Scenarios => "Declared scenarios",
                InventorySection.Standards => "Standards and good practice",
                _ => section.ToString(),
            };
}
