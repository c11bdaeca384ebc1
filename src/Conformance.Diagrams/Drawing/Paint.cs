namespace Conformance.Diagrams.Drawing;

/// <summary>What a shape is drawn with.</summary>
/// <param name="Fill">The colour within.</param>
/// <param name="Stroke">The colour of the line; null for none.</param>
/// <param name="Width">The width of the line.</param>
/// <param name="Dashes">The pattern of the line; null for an unbroken one.</param>
internal sealed record Paint(string Fill, string? Stroke = "currentColor", double Width = 1.2, string? Dashes = null)
{
    /// <summary>Boxes of participants and nodes.</summary>
    public static Paint Box { get; } = new("var(--diagram-box, Canvas)");

    /// <summary>Notes.</summary>
    public static Paint Note { get; } = new("var(--diagram-note, Canvas)", Width: 0.8);

    /// <summary>The frame around some messages, and the line between its branches.</summary>
    public static Paint Frame { get; } = new("none", "var(--diagram-quiet, currentColor)", 1);

    /// <summary>The line between the branches of a frame.</summary>
    public static Paint Divider { get; } = Frame with { Dashes = "5 4" };

    /// <summary>A ground that sets some things apart.</summary>
    public static Paint Ground { get; } = new("var(--diagram-frame, none)", "var(--diagram-quiet, currentColor)", 0.8);

    /// <summary>The ground behind a word that stands on a line.</summary>
    public static Paint Paper { get; } = new("var(--diagram-paper, Canvas)", null);

    /// <summary>The line of a participant's life.</summary>
    public static Paint Life { get; } = new("none", "var(--diagram-quiet, currentColor)", 0.8, "3 4");

    /// <summary>Arrows.</summary>
    public static Paint Line { get; } = new("none");

    /// <summary>Arrows that are answers, or are dotted.</summary>
    public static Paint Dashed { get; } = new("none", Dashes: "5 4");

    /// <summary>Thick arrows.</summary>
    public static Paint Thick { get; } = new("none", Width: 2.6);

    /// <summary>Heads of arrows.</summary>
    public static Paint Head { get; } = new("currentColor", Width: 1);
}
