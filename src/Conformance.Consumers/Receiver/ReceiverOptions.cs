using System.Collections.Immutable;
using Conformance.Reports;

namespace Conformance.Consumers.Receiver;

/// <summary>Which receiver is certified by what, and how. Immutable.</summary>
public sealed record ReceiverOptions
{
    /// <summary>Path of the specification.</summary>
    public required string Specification { get; init; }

    /// <summary>The receiver's endpoint.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the environment variable with the shared secret; null where deliveries are not signed.</summary>
    public string? SecretVariable { get; init; }

    /// <summary>
    /// URL where effects can be seen; <c>{event_id}</c>, <c>{object_id}</c> and <c>{event_type}</c> in it are filled in.
    /// Null where they cannot.
    /// </summary>
    public string? Probe { get; init; }

    /// <summary>Dotted path of the number or list in the probe's answer; null for the whole answer.</summary>
    public string? ProbeField { get; init; }

    /// <summary>The events that the endpoint is subscribed to; empty for all that are declared.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Longest time an effect may take to show; 5 seconds unless told otherwise.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time one answer is waited for; null for a little more than the specification allows.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>The process environment.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Which cases run; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Decides the generated data of events, but not their ids; 1 unless told otherwise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether SHOULD requirements, drafts and proposals fail.</summary>
    public bool IsStrict { get; init; }

    /// <summary>How many inconclusive cases the gate admits; null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;

    /// <summary>Whether plain HTTP may be used beyond loopback.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>PEM file with certificate authorities that are trusted beside this machine's own.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Report keys separated by commas, or <c>none</c>.</summary>
    public string Reports { get; init; } = ReportSet.Default;

    /// <summary>Folder of the reports.</summary>
    public string OutputFolder { get; init; } = ReportOptions.DefaultFolder;

    /// <summary>Where reports may speak to a build server; nowhere unless told otherwise.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Name of the machine, for reports.</summary>
    public string Host { get; init; } = "localhost";
}
