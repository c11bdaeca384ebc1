using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>Something that a sequence diagram draws below what stands before it.</summary>
internal abstract record DrawnElement
{
    private DrawnElement() { }

    /// <summary>An arrow.</summary>
    /// <param name="Sent">What is sent.</param>
    /// <param name="Activates">Whether the receiver is active from here on.</param>
    /// <param name="Deactivates">Whether the sender is active no longer.</param>
    public sealed record Message(DiagramMessage Sent, bool Activates, bool Deactivates) : DrawnElement;

    /// <summary>A note beside a participant, or over some.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Participants">Whom it is about, by the names that are shown.</param>
    /// <param name="Text">What it says.</param>
    public sealed record Note(NotePlace Place, ImmutableArray<string> Participants, string Text) : DrawnElement;

    /// <summary>A participant is active from here on, or no longer.</summary>
    /// <param name="Participant">The name that is shown.</param>
    /// <param name="Begins">Whether it begins to be.</param>
    public sealed record Activation(string Participant, bool Begins) : DrawnElement;

    /// <summary>A block begins.</summary>
    /// <param name="Word">What is written in its corner: <c>alt</c>, <c>loop</c>.</param>
    /// <param name="Condition">What is written beside it; may be empty.</param>
    public sealed record FrameBegins(string Word, string Condition) : DrawnElement;

    /// <summary>The innermost block goes on with another branch.</summary>
    /// <param name="Condition">What is written at it; may be empty.</param>
    public sealed record BranchBegins(string Condition) : DrawnElement;

    /// <summary>The innermost block ends.</summary>
    public sealed record FrameEnds : DrawnElement;
}

/// <summary>Where a note stands.</summary>
internal enum NotePlace
{
    /// <summary>Over the lines of its participants.</summary>
    Over,

    /// <summary>Left of its participant's line.</summary>
    Left,

    /// <summary>Right of its participant's line.</summary>
    Right,
}
