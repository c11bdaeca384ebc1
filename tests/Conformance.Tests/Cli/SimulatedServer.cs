using Conformance.Simulator;
using Conformance.Specification.Model;
using Conformance.Tests.Run;

namespace Conformance.Tests.Cli;

/// <summary>The notes contract, served as if it were somebody else's server.</summary>
internal sealed class SimulatedServer(SimulatorServer server) : IAsyncDisposable
{
    public string Url => server.BaseUrl.ToString();

    /// <param name="served">What is served; the notes contract itself unless told otherwise.</param>
    /// <param name="faults">Names of its faults.</param>
    public static async Task<SimulatedServer> StartAsync(
        IntegrationSpecification? served = null,
        params string[] faults
    ) =>
        new(
            await SimulatorServer.StartAsync(
                served ?? Notes.Plan().Specification,
                new SimulatorOptions { Faults = [.. faults] }
            )
        );

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
