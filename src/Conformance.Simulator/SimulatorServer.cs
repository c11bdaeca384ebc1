using System.Net;
using Conformance.Simulator.Faults;
using Conformance.Simulator.Http;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.Simulator;

/// <summary>
/// Serves a specification on a loopback port, in memory: conforming, unless faults are switched on. Safe for any number
/// of simultaneous requests. Bare Kestrel, without a host: it listens within milliseconds.
/// </summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;
    private readonly SimulatorWorld _world;

    private SimulatorServer(KestrelServer kestrel, SimulatorWorld world) => (_kestrel, _world) = (kestrel, world);

    /// <summary>Where the server answers; the specification's paths are appended to it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>How many decisions its faults have altered so far; 0 says that nothing gave them an occasion to lie.</summary>
    public long Alterations => _world.Faults.Alterations;

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="specification">What is served.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="cancellationToken">Ends starting, not serving.</param>
    /// <exception cref="ArgumentException">A fault is not known, or the time scale is not positive.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(
        IntegrationSpecification specification,
        SimulatorOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(specification);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.TimeScale);
        var world = new SimulatorWorld(specification, options, FaultCatalog.Select(options.Faults));
        var kestrel = new KestrelServer(
            Options.Create(Configure(options)),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
        try
        {
            var application = new SimulatorApplication(world, new InterventionDesk(world, new RequestPipeline(world)));
            await kestrel.StartAsync(application, cancellationToken);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }

        var address = kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new SimulatorServer(kestrel, world) { BaseUrl = new Uri(address) };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Nothing that is still being answered matters to anybody once the server is disposed.
        await _kestrel.StopAsync(new CancellationToken(canceled: true));
        _kestrel.Dispose();
        await _world.Webhooks.DisposeAsync();
    }

    private static KestrelServerOptions Configure(SimulatorOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        // Bytes beyond ASCII reach validation instead of being refused without a body.
        kestrel.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
        kestrel.Listen(IPAddress.Loopback, options.Port, listen => Secure(kestrel, listen, options.Certificates));
        return kestrel;
    }

    // Whoever connects is let in and judged afterwards: a refusal then is an answer, with a body in the declared format.
    private static void Secure(KestrelServerOptions kestrel, ListenOptions listen, SimulatorCertificates? certificates)
    {
        if (certificates is null)
        {
            return;
        }

        // TLS of Kestrel asks for services that only a host registers; of this one nothing else is used.
        var host = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        host.WebHost.UseKestrelCore();
        host.Services.AddMetrics();
        host.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        kestrel.ApplicationServices = host.Build().Services;
        listen.UseHttps(
            new HttpsConnectionAdapterOptions
            {
                ServerCertificate = certificates.Server,
                ClientCertificateMode = ClientCertificateMode.AllowCertificate,
                ClientCertificateValidation = (_, _, _) => true,
            }
        );
    }
}
