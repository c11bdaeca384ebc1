using Conformance.NUnit;
using Conformance.Simulator;
using Conformance.Specification.Model;
using NUnit.Framework;

[assembly: LevelOfParallelism(8)]

namespace Conformance.Suite;

/// <summary>
/// The contract as plain NUnit tests. Set <c>CONFORMANCE_BASE_URL</c> (and <c>CONFORMANCE_SPEC</c>,
/// <c>CONFORMANCE_ENVIRONMENT</c> and so on, all named in the README) to run it against a server of yours; without it,
/// the built-in simulator plays the target.
/// </summary>
public sealed class Contract : ContractFixture
{
    /// <inheritdoc />
    protected override RunOptions Options =>
        TestRunSettings.Over(new RunOptions { Specification = "specs/orders.yaml" });

    /// <inheritdoc />
    protected override IEmbeddedTarget CreateEmbeddedTarget() => new SimulatorTarget();

    private sealed class SimulatorTarget : IEmbeddedTarget
    {
        private SimulatorServer? server;

        public async Task<EmbeddedAddress> StartAsync(
            IntegrationSpecification specification,
            TargetEnvironment? environment,
            int seed,
            CancellationToken cancellationToken
        )
        {
            var options = new SimulatorOptions { Environment = environment, Seed = seed };
            server = await SimulatorServer.StartAsync(specification, options, cancellationToken);
            var configuration = SimulatorCredentials.ForBothClients(specification);
            return new EmbeddedAddress(server.BaseUrl, "/_simulator/states", "/_simulator/clock", configuration);
        }

        public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
