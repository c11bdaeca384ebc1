using System.Collections.Immutable;
using Conformance.Specification;

namespace Conformance.Merging;

/// <summary>Which records are joined, and what is made of them.</summary>
public sealed record MergeOptions
{
    /// <summary>Folders of reports, or of records; at least one.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>The specification; null to read it from where the run did.</summary>
    public string? Specification { get; init; }

    /// <summary>The specification when it was made from another document; null to read it.</summary>
    public LoadResult? Loaded { get; init; }

    /// <summary>What the whole must show to end well; its profile is that of the parts, whatever is named here.</summary>
    public GateOptions Gate { get; init; } = new();

    /// <summary>How many inconclusive cases the gate admits; null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;

    /// <summary>Report keys separated by commas, or <c>none</c>.</summary>
    public string Reports { get; init; } = new RunOptions { Specification = "" }.Reports;

    /// <summary>Folder the reports, and the record of the whole, are written into.</summary>
    public required string OutputFolder { get; init; }
}
