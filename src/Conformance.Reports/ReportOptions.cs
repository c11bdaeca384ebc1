using System.Collections.Immutable;
using Conformance.Reports.Writing;

namespace Conformance.Reports;

/// <summary>What every report needs to know. Nothing is read from the surroundings: the caller hands it in.</summary>
public sealed record ReportOptions
{
    /// <summary>The folder that is written into where none is named.</summary>
    public const string DefaultFolder = "reports";

    /// <summary>The folder the reports are written into; created when it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Replaces secrets in a text; applied to every text and every body before it is written. Thread-safe.</summary>
    public required Func<string, string> Mask { get; init; }

    /// <summary>Writes the files, and holds back what has a known secret in it.</summary>
    public required GuardedFiles Files { get; init; }

    /// <summary>The process environment, from which the build server and its links are read.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where a report may speak to a build server that reads the output of its jobs; nowhere unless told otherwise.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Name of the machine, for reports that show it.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>Greatest number of characters of a body that a report shows; 64 Ki unless told otherwise.</summary>
    public int MaxBodyCharacters { get; init; } = 64 * 1024;

    /// <summary>Greatest number of exchanges of one step that a report shows in full; what lies in the middle is counted.</summary>
    public int MaxExchangesPerStep { get; init; } = 40;
}
