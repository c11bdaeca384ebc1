using System.Net.Sockets;
using Conformance.NUnit;
using Conformance.Simulator;
using Conformance.Specification.Model;
using Conformance.Tests.Run;
using NUnit.Framework;

namespace Conformance.Tests.NUnit;

/// <summary>
/// What a provider's own team writes: a contract against a server in this process, reached through a handler of its
/// own. Runs with our tests.
/// </summary>
public sealed class InProcessContract : ContractFixture
{
    private SimulatorServer? server;

    protected override RunOptions Options =>
        new()
        {
            Specification = "tests/Conformance.Tests/Run/notes.yaml",
            ProviderStatesUrl = "/_simulator/states",
            Reports = "none",
        };

    protected override HttpMessageHandler CreateHandler()
    {
        server = SimulatorServer
            .StartAsync(Notes.Plan().Specification, new SimulatorOptions())
            .GetAwaiter()
            .GetResult();
        return new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var client = new TcpClient();
                await client.ConnectAsync(server.BaseUrl.Host, server.BaseUrl.Port, cancellationToken);
                return client.GetStream();
            },
        };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}

/// <summary>A contract against the simulator, conforming or not; only run by <see cref="ContractFixtureTests"/>.</summary>
[Explicit("run by ContractFixtureTests")]
public abstract class SampleContract(IntegrationSpecification? served = null) : ContractFixture
{
    protected override RunOptions Options => Notes.Options;

    protected override IEmbeddedTarget CreateEmbeddedTarget() => new SimulatedTarget(served);
}

[Explicit("run by ContractFixtureTests")]
public sealed class ConformingContract : SampleContract;

[Explicit("run by ContractFixtureTests")]
public sealed class FaultyContract() : SampleContract(Notes.Lying);

[Explicit("run by ContractFixtureTests")]
public sealed class MissingContract : SampleContract
{
    protected override RunOptions Options => Notes.Options with { Specification = "specs/nowhere.yaml" };
}

[Explicit("run by ContractFixtureTests")]
public sealed class OpenContract : SampleContract
{
    protected override RunOptions Options => Notes.Options with { ProviderStatesUrl = "/nowhere" };
}
