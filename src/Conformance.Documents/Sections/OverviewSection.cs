using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>Purpose, scope, architecture, and the interactions in order.</summary>
internal sealed class OverviewSection : IDocumentSection
{
    public string Title => "Overview";

    public bool IsIn(IntegrationSpecification specification) =>
        specification.Overview is not null || !specification.SequenceDiagrams.IsEmpty;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        if (specification.Overview is { } overview)
        {
            Write(text, overview);
        }

        if (specification.SequenceDiagrams.IsEmpty)
        {
            return;
        }

        text.Heading(2, "Sequence Diagrams");
        foreach (var diagram in specification.SequenceDiagrams)
        {
            text.Label(diagram.Title.Value);
            text.Code("mermaid", diagram.Text.Value);
        }
    }

    private static void Write(MarkdownText text, Overview overview)
    {
        if (overview.Purpose is { } purpose)
        {
            text.Heading(2, "Purpose");
            text.Paragraph(purpose.Value);
        }

        if (!overview.InScope.IsEmpty || !overview.OutOfScope.IsEmpty)
        {
            text.Heading(2, "Scope");
            Scope(text, "In Scope", overview.InScope);
            Scope(text, "Out of Scope", overview.OutOfScope);
        }

        if (overview.Architecture is { } architecture)
        {
            text.Heading(2, "Architecture Diagram");
            text.Code(IsMermaid(architecture.Value) ? "mermaid" : "text", architecture.Value);
        }
    }

    private static void Scope(MarkdownText text, string title, IEnumerable<Located<string>> items)
    {
        if (items.Any())
        {
            text.Block($"**{title}:**");
            text.List(items.Select(i => i.Value));
        }
    }

    private static bool IsMermaid(string diagram) =>
        new[] { "graph ", "flowchart ", "sequenceDiagram", "C4Context", "stateDiagram", "classDiagram" }.Any(start =>
            diagram.TrimStart().StartsWith(start, StringComparison.Ordinal)
        );
}
