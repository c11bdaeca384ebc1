using System.Globalization;
using Conformance.Diagrams;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Conformance.Documents.Html;

/// <summary>Draws blocks of mermaid as pictures; one that cannot be drawn, and any other block, is shown as it is written.</summary>
internal sealed class DiagramRenderer : CodeBlockRenderer
{
    private int count;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        if (obj is not FencedCodeBlock { Info: "mermaid" } block)
        {
            base.Write(renderer, obj);
            return;
        }

        count++;
        var id = string.Create(CultureInfo.InvariantCulture, $"diagram-{count}");
        var title = TitleOf(block);
        if (MermaidPicture.Draw(block.Lines.ToString(), id, title) is not { } picture)
        {
            renderer.WriteLine(
                "<p class=\"undrawn\">This diagram has parts that are not drawn here; its mermaid text:</p>"
            );
            base.Write(renderer, obj);
            return;
        }

        renderer.Write("<figure class=\"diagram\">").WriteLine();
        renderer.Write("<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"");
        renderer.WriteEscape(title).Write("\">").Write(picture).WriteLine("</div>");
        renderer.WriteLine("<details><summary>Text of the diagram</summary>");
        base.Write(renderer, obj);
        renderer.WriteLine("</details></figure>");
    }

    // The heading above it says what it shows.
    private static string TitleOf(FencedCodeBlock block)
    {
        var parent = block.Parent!;
        var heading = parent.Take(parent.IndexOf(block)).OfType<HeadingBlock>().LastOrDefault();
        return heading is null ? "Diagram" : HtmlPage.Words(heading);
    }
}
