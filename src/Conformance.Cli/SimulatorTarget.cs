using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Cli;

/// <summary>The simulator as the embedded target of a run.</summary>
/// <param name="time">Its clock.</param>
/// <param name="faults">Names of the faults that are switched on; none for a conforming one.</param>
internal sealed class SimulatorTarget(TimeProvider time, params string[] faults) : IEmbeddedTarget
{
    /// <summary>Path that puts the simulator into a state.</summary>
    public const string ProviderStates = "/_simulator/states";

    /// <summary>Path that moves the simulator's clock.</summary>
    public const string TestClock = "/_simulator/clock";

    private SimulatorServer? server;
    private SimulatorCertificates? certificates;

    /// <summary>How many decisions the faults have altered so far.</summary>
    public long Alterations => server?.Alterations ?? 0;

    /// <inheritdoc />
    public async Task<EmbeddedAddress> StartAsync(
        IntegrationSpecification specification,
        TargetEnvironment? environment,
        int seed,
        CancellationToken cancellationToken
    )
    {
        certificates =
            specification.Authentication?.Type.Value is AuthenticationType.MutualTls
                ? SimulatorCertificates.Create(time.GetUtcNow())
                : null;
        var options = new SimulatorOptions
        {
            Environment = environment,
            Seed = seed,
            Faults = [.. faults],
            TimeProvider = time,
            Certificates = certificates,
        };
        server = await SimulatorServer.StartAsync(specification, options, cancellationToken);
        return new EmbeddedAddress(
            server.BaseUrl,
            ProviderStates,
            TestClock,
            SimulatorCredentials
                .ForBothClients(specification)
                .SetItems(certificates?.ConfigurationFor(specification) ?? [])
        )
        {
            CertificateAuthority = certificates?.Authority,
        };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        certificates?.Dispose();
    }
}
