using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Drafts;

/// <summary>
/// A piece of a specification that was not written by hand but made from something else, an OpenAPI document for
/// example: it can be written as YAML, or be loaded as it is.
/// </summary>
internal abstract record Draft
{
    /// <summary>Where the piece comes from; null for a piece that its maker added, which then stands where its owner does.</summary>
    public SourceLocation? Origin { get; init; }

    /// <summary>What a reader should know, one line or several; null for nothing.</summary>
    public string? Comment { get; init; }
}

/// <summary>A text, a number, a truth value or nothing.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsPlain">Whether it means a number, a truth value or nothing where it reads like one.</param>
internal sealed record DraftScalar(string Text, bool IsPlain = false) : Draft;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
internal sealed record DraftList(ImmutableArray<Draft> Items) : Draft;

/// <summary>A mapping.</summary>
/// <param name="Entries">Keys and values in order, every key once.</param>
internal sealed record DraftMapping(ImmutableArray<KeyValuePair<string, Draft>> Entries) : Draft
{
    /// <summary>The value of a key, or null.</summary>
    /// <param name="key">The key.</param>
    public Draft? Find(string key) => Entries.FirstOrDefault(e => e.Key == key).Value;
}
