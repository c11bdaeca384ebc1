using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics;

/// <summary>How bad a diagnostic is. An error makes a specification invalid (exit code 3).</summary>
public enum Severity
{
    /// <summary>The specification cannot be used as it is.</summary>
    Error,

    /// <summary>Something will not be tested, or is likely wrong.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

/// <summary>One finding about a specification: what, where, expected, actual, how to fix.</summary>
/// <param name="Id">Stable id of the rule, for example <c>DOC-102</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Location">Where.</param>
public sealed record Diagnostic(string Id, Severity Severity, string Message, SourceLocation Location)
{
    /// <summary>What would have been right, if it can be said.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found instead.</summary>
    public string? Actual { get; init; }

    /// <summary>One concrete repair.</summary>
    public string? Fix { get; init; }

    /// <summary>The repair as a change of the text, where it is safe: for <c>conformance lint --fix</c>.</summary>
    public TextEdit? Edit { get; init; }

    /// <summary>Other places that belong to the finding, for example the first of two equal keys.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];
}

/// <summary>Another place that belongs to a finding.</summary>
/// <param name="Message">What it has to do with it.</param>
/// <param name="Location">Where it is.</param>
public sealed record RelatedLocation(string Message, SourceLocation Location);
