using System.Collections.Immutable;

namespace Conformance;

/// <summary>What a run takes from its surroundings. Nothing is read behind the caller's back.</summary>
public sealed record RunContext
{
    /// <summary>The run's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Started when no base URL is given; null when there is none.</summary>
    public IEmbeddedTarget? EmbeddedTarget { get; init; }

    /// <summary>Hears how the run goes; null for nobody.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>The process environment, from which reports read the build server and its links.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where reports may speak to a build server that reads the output of its jobs; nowhere unless told otherwise.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Name of the machine, for reports that show it.</summary>
    public string Host { get; init; } = "localhost";
}
