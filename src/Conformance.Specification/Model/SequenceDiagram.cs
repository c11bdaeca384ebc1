using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>A mermaid <c>sequenceDiagram</c>: as written, and as it is read.</summary>
/// <param name="Title">Title.</param>
/// <param name="Text">The diagram's text.</param>
public sealed record SequenceDiagram(Located<string> Title, Located<string> Text)
{
    /// <summary>Names that are shown, in order of appearance.</summary>
    public ImmutableArray<string> Participants { get; init; } = [];

    /// <summary>The participant that is the provider's client; null when none can be told.</summary>
    public string? Client { get; init; }

    /// <summary>Messages in the order they are drawn in.</summary>
    public ImmutableArray<DiagramMessage> Messages { get; init; } = [];

    /// <summary>Blocks around messages, in the order they begin in; a block's number is its position.</summary>
    public ImmutableArray<DiagramBlock> Blocks { get; init; } = [];

    /// <summary>Lines that could not be read, with what is wrong with them.</summary>
    public ImmutableArray<Located<string>> Unreadable { get; init; } = [];
}

/// <summary>A message of a sequence diagram.</summary>
/// <param name="From">Who sends it, by the name that is shown.</param>
/// <param name="To">Who receives it, by the name that is shown.</param>
/// <param name="Arrow">The arrow as written, for example <c>-&gt;&gt;</c>.</param>
/// <param name="Text">What is said, with its line.</param>
/// <param name="Within">The branches of blocks around it, outermost first.</param>
public sealed record DiagramMessage(
    string From,
    string To,
    string Arrow,
    Located<string> Text,
    ImmutableArray<DiagramBranch> Within
)
{
    /// <summary>What it is in terms of the specification.</summary>
    public DiagramMeaning Meaning { get; init; } = new DiagramMeaning.Unobserved("It was not compared with anything.");

    /// <summary>Whether the arrow is dashed, as answers are.</summary>
    public bool IsAnswer => Arrow.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Whether the sender does not wait: an open arrow.</summary>
    public bool IsAsynchronous => Arrow.EndsWith(')');

    /// <summary>Whether it can happen in one run with another message: they are in no two branches of one block.</summary>
    /// <param name="other">The other message.</param>
    public bool GoesWith(DiagramMessage other) =>
        !Within.Any(mine => other.Within.Any(its => its.Block == mine.Block && its.Branch != mine.Branch));

    /// <summary><c>From->>To: text</c>, as written.</summary>
    public override string ToString() => $"{From}{Arrow}{To}: {Text.Value}";
}

/// <summary>A branch of a block.</summary>
/// <param name="Block">Number of the block, from 0.</param>
/// <param name="Branch">Number of the branch, from 0.</param>
public readonly record struct DiagramBranch(int Block, int Branch);

/// <summary>A block of messages: <c>alt</c>, <c>opt</c>, <c>loop</c> and so on.</summary>
/// <param name="Kind">What it says of the messages in it.</param>
/// <param name="Conditions">What is written at each of its branches, in order.</param>
/// <param name="Within">The branches of blocks around it, outermost first.</param>
public sealed record DiagramBlock(
    DiagramBlockKind Kind,
    ImmutableArray<string> Conditions,
    ImmutableArray<DiagramBranch> Within
);

/// <summary>What a block says of the messages in it.</summary>
public enum DiagramBlockKind
{
    /// <summary>One of its branches happens (<c>alt</c>, <c>critical</c>).</summary>
    Alternatives,

    /// <summary>They happen, or not (<c>opt</c>).</summary>
    Optional,

    /// <summary>They happen instead of what follows, or not at all (<c>break</c>).</summary>
    Break,

    /// <summary>They happen repeatedly (<c>loop</c>).</summary>
    Loop,

    /// <summary>Its branches happen beside each other (<c>par</c>).</summary>
    Parallel,

    /// <summary>Nothing: it is drawn only (<c>rect</c>, <c>box</c>).</summary>
    Group,
}
