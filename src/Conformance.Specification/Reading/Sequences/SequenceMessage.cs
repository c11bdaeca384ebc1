using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>A message of a sequence diagram.</summary>
/// <param name="From">Who sends it, by the name that is shown.</param>
/// <param name="To">Who receives it, by the name that is shown.</param>
/// <param name="Arrow">The arrow as written, for example <c>-&gt;&gt;</c>.</param>
/// <param name="Text">What is said, with its place in the specification.</param>
/// <param name="Blocks">The blocks around it, outermost first: <c>alt</c>, <c>else</c>, <c>opt</c>, <c>loop</c>, <c>par</c> ...</param>
internal sealed record SequenceMessage(
    string From,
    string To,
    string Arrow,
    Located<string> Text,
    ImmutableArray<string> Blocks
)
{
    /// <summary>Whether the arrow is dashed, as answers are.</summary>
    public bool IsAnswer => Arrow.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Whether the sender does not wait: an open arrow.</summary>
    public bool IsAsynchronous => Arrow.EndsWith(')');

    /// <summary>Whether it happens in every run: no condition and no repetition is around it.</summary>
    public bool IsUnconditional => Blocks.All(b => b is "par" or "and" or "critical" or "rect" or "box");
}

/// <summary>What a diagram says.</summary>
/// <param name="Participants">Names that are shown, in order of appearance.</param>
/// <param name="Messages">Messages in order.</param>
/// <param name="Problems">Lines that could not be read, with their places.</param>
internal sealed record SequenceReading(
    ImmutableArray<string> Participants,
    ImmutableArray<SequenceMessage> Messages,
    ImmutableArray<Located<string>> Problems
);
