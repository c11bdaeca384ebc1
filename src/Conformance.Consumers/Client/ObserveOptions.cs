using System.Collections.Immutable;
using Conformance.Reports;

namespace Conformance.Consumers.Client;

/// <summary>Which client is watched, in what, and how. Immutable; only the specification is required.</summary>
public sealed record ObserveOptions
{
    /// <summary>Path of the specification: a YAML file, or a folder of them.</summary>
    public required string Specification { get; init; }

    /// <summary>The client's command and its arguments; empty to wait for a client that somebody else starts.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Names of the scripts to play beside ordinary traffic; empty for all.</summary>
    public ImmutableArray<string> Scripts { get; init; } = [];

    /// <summary>Longest time of one script: a command still running then is ended. Without a command, how long each
    /// script lasts. One minute unless told otherwise.</summary>
    public TimeSpan ScriptTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Loopback port, for a client that somebody else starts; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>How many commands run beside each other; 16 unless told otherwise.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Whether SHOULD obligations, drafts and proposals fail a client instead of warning.</summary>
    public bool IsStrict { get; init; }

    /// <summary>How many inconclusive cases the gate admits; null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;

    /// <summary>Report keys separated by commas, or <c>none</c>.</summary>
    public string Reports { get; init; } = ReportSet.Default;

    /// <summary>Folder the reports are written into.</summary>
    public string OutputFolder { get; init; } = ReportOptions.DefaultFolder;
}
