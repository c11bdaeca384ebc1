using Conformance.Diagrams.Flowcharts;
using Conformance.Diagrams.Sequences;

namespace Conformance.Diagrams;

/// <summary>
/// Draws mermaid diagrams as SVG, with neither script nor network. The picture has no styles and no links of its own, so
/// that it may stand in a page whose content-security policy allows none; a text of the diagram becomes text, never markup.
/// Lines and words have the colour of the text around; a page sets the rest by the custom properties
/// <c>--diagram-box</c>, <c>--diagram-note</c>, <c>--diagram-frame</c>, <c>--diagram-paper</c> and <c>--diagram-quiet</c>. A picture has the class <c>diagram-svg</c>, and one that is wide the class <c>wide</c> too.
/// </summary>
public static class MermaidPicture
{
    /// <summary>Draws a diagram.</summary>
    /// <param name="mermaid">A <c>sequenceDiagram</c>, a <c>flowchart</c> or a <c>graph</c>.</param>
    /// <param name="id">Begins the ids within; must be unique in the page.</param>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <returns>An <c>svg</c> element; null when it is another kind of diagram, or has a line that is not understood.</returns>
    public static string? Draw(string mermaid, string id, string title)
    {
        ArgumentNullException.ThrowIfNull(mermaid);
        return SequencePicture.Draw(mermaid, id, title) ?? FlowchartPicture.Draw(mermaid, id, title);
    }
}
