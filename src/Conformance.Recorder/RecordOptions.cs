using System.Net;

namespace Conformance.Recorder;

/// <summary>What is recorded, and how strictly it is judged.</summary>
public sealed record RecordOptions
{
    /// <summary>The specification: a YAML file or a folder.</summary>
    public required string Specification { get; init; }

    /// <summary>Where requests are passed on to.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Where clients connect; port 0 takes any that is free.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>The archive that is written, HAR 1.2.</summary>
    public required string File { get; init; }

    /// <summary>Ends after so many requests; null for no end.</summary>
    public int? Requests { get; init; }

    /// <summary>Ends after this time; null for no end.</summary>
    public TimeSpan? LongestTime { get; init; }

    /// <summary>Whether SHOULD requirements, drafts and proposals fail as well.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Greatest number of exchanges that could not be judged; null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;
}
