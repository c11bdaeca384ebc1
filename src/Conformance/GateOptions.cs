namespace Conformance;

/// <summary>What a run must show to end well, beside cases that do not fail. Immutable; nothing is demanded by default.</summary>
public sealed record GateOptions
{
    /// <summary>Name of the profile that the target is held to; null for the whole specification.</summary>
    public string? Profile { get; init; }

    /// <summary>Least share of requirements that passed cases show, from 0 to 1; null for no such demand.</summary>
    public double? LeastCoverage { get; init; }

    /// <summary>Whether the declared response times must be kept, with 95 % confidence.</summary>
    public bool DemandsServiceLevels { get; init; }

    /// <summary>File of waivers; null for none.</summary>
    public string? Waivers { get; init; }

    /// <summary>The <c>summary.json</c> of a run whose failures are known, or its folder; null for none.</summary>
    public string? Baseline { get; init; }
}
