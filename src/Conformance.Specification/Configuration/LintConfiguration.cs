using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;

namespace Conformance.Specification.Configuration;

/// <summary>What a team decides about the rules, from <c>.conformance.yaml</c>.</summary>
public sealed record LintConfiguration
{
    /// <summary>Every rule with its own severity; errors fail.</summary>
    public static LintConfiguration Default { get; } = new();

    /// <summary>Severities by rule id; null switches a rule off.</summary>
    public ImmutableDictionary<string, Severity?> Rules { get; init; } =
        ImmutableDictionary.Create<string, Severity?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The least severity that fails the lint; null when the file does not say.</summary>
    public Severity? FailSeverity { get; init; }

    /// <summary>The file it was read from; null for <see cref="Default"/>.</summary>
    public string? File { get; init; }

    /// <summary>The finding with the severity that is wanted, or null when its rule is switched off.</summary>
    /// <param name="finding">A finding with the rule's own severity.</param>
    internal Diagnostic? Apply(Diagnostic finding)
    {
        if (!Rules.TryGetValue(finding.Id, out var severity))
        {
            return finding;
        }

        return severity is { } other ? finding with { Severity = other } : null;
    }
}
