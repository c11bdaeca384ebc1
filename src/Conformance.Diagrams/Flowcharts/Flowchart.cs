using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>A mermaid <c>flowchart</c> or <c>graph</c> as it is read.</summary>
/// <param name="Direction">Which way it goes.</param>
/// <param name="Nodes">Boxes in order of appearance.</param>
/// <param name="Edges">Arrows in order.</param>
/// <param name="Groups">Boxes around others, outer ones before inner ones.</param>
internal sealed record Flowchart(
    FlowDirection Direction,
    ImmutableArray<FlowNode> Nodes,
    ImmutableArray<FlowEdge> Edges,
    ImmutableArray<FlowGroup> Groups
);

/// <summary>A box.</summary>
/// <param name="Id">What arrows call it.</param>
/// <param name="Label">What it shows.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Group">The group around it; null for none.</param>
internal sealed record FlowNode(string Id, string Label, FlowShape Shape, string? Group);

/// <summary>A group of boxes.</summary>
/// <param name="Id">What arrows call it.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Parent">The group around it; null for none.</param>
internal sealed record FlowGroup(string Id, string Title, string? Parent);

/// <summary>An arrow.</summary>
/// <param name="From">The id it begins at.</param>
/// <param name="To">The id it ends at.</param>
/// <param name="Label">What is written on it; may be empty.</param>
/// <param name="Line">Its line; null when it is not drawn and only keeps order.</param>
/// <param name="Tail">Its beginning.</param>
/// <param name="Head">Its end.</param>
internal sealed record FlowEdge(string From, string To, string Label, Paint? Line, ArrowHead Tail, ArrowHead Head);

/// <summary>Which way a flowchart goes.</summary>
internal enum FlowDirection
{
    /// <summary>From top to bottom.</summary>
    Down,

    /// <summary>From bottom to top.</summary>
    Up,

    /// <summary>From left to right.</summary>
    Right,

    /// <summary>From right to left.</summary>
    Left,
}

/// <summary>What a box looks like.</summary>
internal enum FlowShape
{
    /// <summary><c>[text]</c></summary>
    Rectangle,

    /// <summary><c>(text)</c></summary>
    Rounded,

    /// <summary><c>([text])</c></summary>
    Stadium,

    /// <summary><c>[[text]]</c></summary>
    Subroutine,

    /// <summary><c>[(text)]</c></summary>
    Cylinder,

    /// <summary><c>((text))</c></summary>
    Circle,

    /// <summary><c>{text}</c></summary>
    Diamond,

    /// <summary><c>{{text}}</c></summary>
    Hexagon,

    /// <summary><c>[/text/]</c> and its kind.</summary>
    Slanted,

    /// <summary><c>&gt;text]</c></summary>
    Flag,
}
