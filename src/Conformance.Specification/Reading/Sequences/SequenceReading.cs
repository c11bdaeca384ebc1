using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>What a diagram says, before it is compared with the rest of the specification.</summary>
/// <param name="Participants">Names that are shown, in order of appearance.</param>
/// <param name="Messages">Messages in order.</param>
/// <param name="Blocks">Blocks in the order they begin in.</param>
/// <param name="Problems">Lines that could not be read, with their places.</param>
internal sealed record SequenceReading(
    ImmutableArray<string> Participants,
    ImmutableArray<DiagramMessage> Messages,
    ImmutableArray<DiagramBlock> Blocks,
    ImmutableArray<Located<string>> Problems
)
{
    /// <summary>Participants that are drawn as a person.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Whether the messages are numbered.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>What is drawn, from top to bottom.</summary>
    public ImmutableArray<DrawnElement> Drawn { get; init; } = [];
}
