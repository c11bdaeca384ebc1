using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conformance.Tests.Execution;

/// <summary>A real HTTP server on loopback whose answers a test decides.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>What arrived, in order: method, path with query, headers, body.</summary>
    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    public Uri Url { get; private set; } = null!;

    public IEnumerable<Arrival> To(string path) => Arrivals.Where(a => a.Path == path);

    public static async Task<LoopbackServer> StartAsync(
        RequestDelegate answer,
        X509Certificate2? certificate = null,
        ClientCertificateMode clientCertificates = ClientCertificateMode.NoCertificate,
        Func<X509Certificate2, bool>? accepts = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    if (certificate is not null)
                    {
                        listen.UseHttps(https =>
                        {
                            https.ServerCertificate = certificate;
                            https.ClientCertificateMode = clientCertificates;
                            https.ClientCertificateValidation = (c, _, _) => accepts?.Invoke(c) ?? true;
                        });
                    }
                }
            )
        );
        var server = new LoopbackServer(builder.Build());
        server.app.Run(async context =>
        {
            context.Request.EnableBuffering();
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            server.Arrivals.Enqueue(
                new(
                    context.Request.Method,
                    context.Request.Path.Value ?? "",
                    context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
                    context.Request.Headers.ToDictionary(
                        h => h.Key,
                        h => h.Value.ToString(),
                        StringComparer.OrdinalIgnoreCase
                    ),
                    body.ToArray()
                )
            );
            context.Request.Body.Position = 0;
            await answer(context);
        });
        await server.app.StartAsync();
        var address = server
            .app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        server.Url = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

internal sealed record Arrival(
    string Method,
    string Path,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
