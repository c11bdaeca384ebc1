using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Tests.Run;

/// <summary>The simulator as embedded target, with faults, watched.</summary>
internal sealed class SimulatedTarget(params string[] faults) : IEmbeddedTarget
{
    private SimulatorServer? server;

    public bool WasStarted { get; private set; }

    public bool IsDisposed { get; private set; }

    public TargetEnvironment? Environment { get; private set; }

    public async Task<EmbeddedAddress> StartAsync(
        IntegrationSpecification specification,
        TargetEnvironment? environment,
        int seed,
        CancellationToken cancellationToken
    )
    {
        WasStarted = true;
        Environment = environment;
        server = await SimulatorServer.StartAsync(
            specification,
            new SimulatorOptions
            {
                Environment = environment,
                Seed = seed,
                Faults = [.. faults],
            },
            cancellationToken
        );
        return new EmbeddedAddress(
            server.BaseUrl,
            "/_simulator/states",
            "/_simulator/clock",
            SimulatorCredentials.Default.ConfigurationFor(specification)
        );
    }

    public async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
