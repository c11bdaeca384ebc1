using Conformance.Specification.Configuration;

namespace Conformance.Specification;

/// <summary>How a specification is linted.</summary>
public sealed record LintOptions
{
    /// <summary>Severities that differ from the rules' own; none by default.</summary>
    public LintConfiguration Configuration { get; init; } = LintConfiguration.Default;

    /// <summary>Tells whether suppressions have expired.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
