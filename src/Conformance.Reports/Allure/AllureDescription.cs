using System.Text;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>What a test is about, in Markdown: the sentence, who says so, and where.</summary>
internal static class AllureDescription
{
    /// <summary>The description of a case.</summary>
    /// <param name="result">The case.</param>
    /// <param name="sequence">What was seen of it as mermaid; null when that is not told.</param>
    public static string Of(CaseResult result, string? sequence = null)
    {
        var requirement = result.Case.Requirement;
        var text = new StringBuilder();
        text.Append("**").Append(Markdown.Text(requirement.Statement)).Append("**\n\n");
        Item(text, "requirement", Markdown.Code(requirement.Id));
        Item(text, "level", $"{Terms.Of(requirement.Level)}{(requirement.Gates ? "" : " (does not fail a target)")}");
        Item(text, "basis", Basis(requirement.Basis));
        Item(text, "specification", Markdown.Code(requirement.Location.ToString()));
        if (!requirement.References.IsEmpty)
        {
            Item(text, "references", Markdown.Text(string.Join(", ", requirement.References)));
        }

        Item(text, "case", $"{Markdown.Code(result.Case.Id)} ({Terms.Of(result.Case.Origin)})");
        Section(text, "Not observed", result.Case.NotObserved);
        Section(text, "Notes", result.Record?.Notes ?? []);
        if (sequence is not null)
        {
            text.Append("\n**Observed sequence**\n\n```mermaid\n").Append(sequence).Append("```\n");
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append("\n**").Append(title).Append("**\n\n");
        foreach (var line in lines)
        {
            text.Append("- ").Append(Markdown.Text(line)).Append('\n');
        }
    }

    private static void Item(StringBuilder text, string name, string value) =>
        text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');

    private static string Basis(RequirementBasis basis) =>
        basis switch
        {
            RequirementBasis.Standard => "a published standard",
            RequirementBasis.Contract => "the integration specification",
            RequirementBasis.Draft => "a draft or community specification",
            _ => "a rule proposed by this tool",
        };
}
