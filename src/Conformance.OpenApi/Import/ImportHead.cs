using System.Text;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Drafts;

namespace Conformance.OpenApi.Import;

/// <summary>The comments at the head of an imported specification: what it was made from, and what is to be completed.</summary>
internal static class ImportHead
{
    private static readonly (string Section, string Text)[] Unsaid =
    [
        ("rate_limits", "rate_limits      which limits hold, and how a client hears of them"),
        ("error_codes", "error_codes      which codes there are, and what a client does about each (retry_strategy)"),
        ("error_format", "error_format     which fields every error response has"),
        ("test_scenarios", "test_scenarios   what is tried beside what the definitions themselves imply"),
    ];

    private static readonly (string Section, string Text)[] OfEndpoints =
    [
        ("idempotency", "idempotency      of endpoints: the key's header, and what a repeated request means"),
        ("resource", "resource         of endpoints: which one creates, reads, changes and removes what"),
    ];

    public static string Write(
        DraftMapping draft,
        ImportReport report,
        IReadOnlyList<IGrouping<string, Diagnostic>> accepted
    )
    {
        var head = new StringBuilder();
        var operations = report.Of(ImportKinds.Operations);
        Line(head, "Integration specification, made from an OpenAPI document by 'conformance import openapi'.");
        Line(head, $"{operations.Carried} of {operations.Found} operations were carried over.");
        Open(head, draft);
        if (accepted.Count > 0)
        {
            Line(head, "");
            Line(head, "Accepted until the TODOs are done; remove a line to see its findings:");
        }

        foreach (var rule in accepted)
        {
            var title = Linter.Rules.First(r => r.Id == rule.Key).Title;
            Line(head, $"conformance: ignore-file {rule.Key} TODO: {title} ({rule.Count()} found)");
        }

        return head.Append('\n').Append(DraftText.Write(draft)).ToString();
    }

    private static void Open(StringBuilder head, DraftMapping draft)
    {
        var open = Unsaid.Where(u => draft.Find(u.Section) is null).Select(u => u.Text).ToList();
        var endpoints = (draft.Find("endpoints") as DraftList)?.Items.OfType<DraftMapping>().ToList() ?? [];
        open.AddRange(OfEndpoints.Where(u => endpoints.All(e => e.Find(u.Section) is null)).Select(u => u.Text));
        if (open.Count > 0)
        {
            Line(head, "");
            Line(head, "TODO: OpenAPI cannot say the following. Nothing was guessed; what is missing is not tested.");
            open.ForEach(text => Line(head, "  " + text));
        }
    }

    private static void Line(StringBuilder head, FormattableString text) =>
        Line(head, FormattableString.Invariant(text));

    private static void Line(StringBuilder head, string text) => head.Append($"# {text}".TrimEnd()).Append('\n');
}
