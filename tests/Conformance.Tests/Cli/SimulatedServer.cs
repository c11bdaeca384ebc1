using Conformance.Simulator;
using Conformance.Tests.Run;

namespace Conformance.Tests.Cli;

/// <summary>The notes contract, served as if it were somebody else's server.</summary>
internal sealed class SimulatedServer(SimulatorServer server) : IAsyncDisposable
{
    public string Url => server.BaseUrl.ToString();

    public static async Task<SimulatedServer> StartAsync(params string[] faults) =>
        new(
            await SimulatorServer.StartAsync(Notes.Plan().Specification, new SimulatorOptions { Faults = [.. faults] })
        );

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
