namespace Conformance.Specification.Model;

/// <summary>An operation that consumers should leave.</summary>
/// <param name="Since">Date since when, as written; null when not told.</param>
/// <param name="Sunset">Date of its end, as written; null when none is set.</param>
/// <param name="Replacement">What to use instead, as written; null when nothing is told.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Deprecation(
    Located<string>? Since,
    Located<string>? Sunset,
    Located<string>? Replacement,
    SourceLocation Location
);
