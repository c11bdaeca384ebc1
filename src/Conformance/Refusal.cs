using Conformance.Specification;

namespace Conformance;

/// <summary>Why a run did not start.</summary>
public enum RefusalKind
{
    /// <summary>How it was asked for, or what it needs to know, is wrong or missing.</summary>
    Configuration,

    /// <summary>The specification has errors.</summary>
    SpecificationInvalid,

    /// <summary>The target does not answer.</summary>
    Unreachable,

    /// <summary>It was cancelled before the first case.</summary>
    Interrupted,
}

/// <summary>A run that did not start: what is wrong, and how to put it right.</summary>
/// <param name="Kind">Decides the exit code.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record Refusal(RefusalKind Kind, string Message)
{
    /// <summary>How to put it right; null when the message says it.</summary>
    public string? Fix { get; init; }

    /// <summary>The specification as far as it could be read, with what was found; null for other refusals.</summary>
    public LoadResult? Loading { get; init; }

    /// <summary>A refusal that the user's configuration can lift.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="fix">How to put it right.</param>
    public static Refusal Configuration(string message, string? fix = null) =>
        new(RefusalKind.Configuration, message) { Fix = fix };
}
