using System.Collections.Immutable;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Simulator;

/// <summary>How a specification is served. Immutable; checked when the server starts.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Loopback port; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The environment that is played; null for one in which the published limits hold unmultiplied.</summary>
    public TargetEnvironment? Environment { get; init; }

    /// <summary>Names of the faults to switch on, from <see cref="Faults.FaultCatalog"/>; empty for a conforming server.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>How many simulated seconds pass in one real one.</summary>
    public decimal TimeScale { get; init; } = 1;

    /// <summary>Decides tokens, identifiers and generated values.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Source of real time; the simulated clock runs from it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The clients that are known; each sees its own resources, keys and limits only.</summary>
    public ImmutableArray<SimulatorCredentials> Credentials { get; init; } =
    [SimulatorCredentials.Default, SimulatorCredentials.Second];

    /// <summary>
    /// Certificates to serve HTTPS with, and to know clients by; null for plain HTTP, where every client counts as one
    /// with a certificate. Belong to the caller.
    /// </summary>
    public SimulatorCertificates? Certificates { get; init; }

    /// <summary>Who is told of events from the start; null for nobody, unless somebody registers.</summary>
    public WebhookSubscription? Webhooks { get; init; }

    /// <summary>Directs the answers and hears of every request; null for a provider that answers in the ordinary way.</summary>
    public IProviderScript? Script { get; init; }

    /// <summary>Real time that receivers get to answer what is under way, before the test clock moves.</summary>
    internal TimeSpan Settling { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Greatest request body that is read, in bytes; a longer one is answered 413.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;
}
