using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Schemas;

/// <summary>One contradiction between a value and its schema.</summary>
public sealed record SchemaViolation
{
    /// <summary>Where the value stands in the body: <c>items[0].quantity</c>; empty for the body itself. A missing
    /// property is named as if it were there.</summary>
    public required string Path { get; init; }

    /// <summary>The same as a JSON Pointer (RFC 6901).</summary>
    public required string Pointer { get; init; }

    /// <summary>The violated keyword, for example <c>maximum</c>; <c>json</c> when the body is no JSON.</summary>
    public required string Keyword { get; init; }

    /// <summary>What would have been right.</summary>
    public required string Expected { get; init; }

    /// <summary>What was there instead, shortened.</summary>
    public required string Actual { get; init; }

    /// <summary>JSON Pointer of the keyword in the schema document.</summary>
    public string SchemaPointer { get; init; } = "";

    /// <summary>Where the rule stands in the specification; <see cref="SourceLocation.None"/> for a raw schema.</summary>
    public SourceLocation Rule { get; init; } = SourceLocation.None;

    /// <summary>1-based line in the body; null when not validated from bytes.</summary>
    public int? Line { get; init; }

    /// <summary>1-based column in the body, in code points; null when not validated from bytes.</summary>
    public int? Column { get; init; }

    /// <summary>For <c>anyOf</c> and <c>oneOf</c>: how the closest alternative is violated.</summary>
    public ImmutableArray<SchemaViolation> Causes { get; init; } = [];

    /// <summary>Whether this is no contradiction: a pattern's time limit was reached, so nothing is known.</summary>
    public bool IsUndecided { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{(Path.Length == 0 ? "the body" : Path)}: expected {Expected}, was {Actual}";
}
