using Conformance.Reports;

namespace Conformance.Traffic;

/// <summary>What recorded traffic is judged, and how strictly.</summary>
public sealed record TrafficOptions
{
    /// <summary>The specification: a YAML file or a folder.</summary>
    public required string Specification { get; init; }

    /// <summary>The archive, HAR 1.2.</summary>
    public required string File { get; init; }

    /// <summary>Where the API answered; null for what the environments of the specification name.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Whether SHOULD requirements, drafts and proposals fail as well.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Greatest number of exchanges that could not be judged; null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;

    /// <summary>Reports, separated by commas.</summary>
    public string Reports { get; init; } = ReportSet.Default;

    /// <summary>Folder of the reports.</summary>
    public string OutputFolder { get; init; } = ReportOptions.DefaultFolder;
}
