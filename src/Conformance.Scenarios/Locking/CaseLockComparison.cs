using System.Collections.Immutable;

namespace Conformance.Scenarios.Locking;

/// <summary>How the cases of a specification differ from those of a lock file.</summary>
/// <param name="Added">Ids of cases that the file does not know.</param>
/// <param name="Removed">Ids of cases that there are no longer.</param>
/// <param name="Changed">Ids of cases that send or expect something else.</param>
public sealed record CaseLockComparison(
    ImmutableArray<string> Added,
    ImmutableArray<string> Removed,
    ImmutableArray<string> Changed
)
{
    /// <summary>Why the file could not be compared, with its place (<c>file:line</c>) and what would be right; null when it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the cases are exactly those of the file.</summary>
    public bool IsSame => Problem is null && Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty;
}
