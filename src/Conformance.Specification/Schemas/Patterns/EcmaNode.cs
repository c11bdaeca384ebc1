using System.Collections.Immutable;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>A parsed ECMA-262 regular expression.</summary>
internal abstract record EcmaNode
{
    /// <summary>One code point out of a set.</summary>
    /// <param name="Set">The set.</param>
    public sealed record Character(CodePointSet Set) : EcmaNode;

    /// <summary>One after the other; nothing when empty.</summary>
    /// <param name="Items">The parts.</param>
    public sealed record Sequence(ImmutableArray<EcmaNode> Items) : EcmaNode;

    /// <summary>One of several.</summary>
    /// <param name="Options">The alternatives, at least two.</param>
    public sealed record Alternation(ImmutableArray<EcmaNode> Options) : EcmaNode;

    /// <summary>A quantifier.</summary>
    /// <param name="Item">What is repeated.</param>
    /// <param name="Min">Least number of times.</param>
    /// <param name="Max">Greatest number of times; null for no bound.</param>
    /// <param name="Lazy">Whether few are preferred to many.</param>
    public sealed record Repetition(EcmaNode Item, int Min, int? Max, bool Lazy) : EcmaNode;

    /// <summary>A capturing group.</summary>
    /// <param name="Number">1-based number.</param>
    /// <param name="Item">What is captured.</param>
    public sealed record Capture(int Number, EcmaNode Item) : EcmaNode;

    /// <summary>What a group captured; nothing when it captured nothing.</summary>
    /// <param name="Number">The group's number.</param>
    public sealed record BackReference(int Number) : EcmaNode;

    /// <summary>Start or end of the text.</summary>
    /// <param name="AtEnd">Whether it is the end.</param>
    public sealed record Anchor(bool AtEnd) : EcmaNode;

    /// <summary>A boundary between a word character and another.</summary>
    /// <param name="Negative">Whether there must be none.</param>
    public sealed record WordBoundary(bool Negative) : EcmaNode;

    /// <summary>Look-ahead or look-behind.</summary>
    /// <param name="Item">What must or must not be there.</param>
    /// <param name="Behind">Whether it looks behind.</param>
    /// <param name="Negative">Whether it must not be there.</param>
    public sealed record Look(EcmaNode Item, bool Behind, bool Negative) : EcmaNode;
}
