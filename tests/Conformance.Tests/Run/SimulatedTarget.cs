using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Tests.Run;

/// <summary>The simulator as embedded target, watched.</summary>
/// <param name="served">What it serves instead of the contract it is judged by; null for the contract itself.</param>
/// <param name="faults">Names of its faults.</param>
internal sealed class SimulatedTarget(IntegrationSpecification? served = null, params string[] faults) : IEmbeddedTarget
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
            served ?? specification,
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
            SimulatorCredentials.ForBothClients(specification)
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
