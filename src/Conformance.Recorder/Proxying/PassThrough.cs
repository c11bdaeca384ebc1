using System.Net;
using System.Threading.Channels;
using Conformance.Traffic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace Conformance.Recorder.Proxying;

/// <summary>
/// A server that passes every request on as it is, and every answer back, and tells what passed. It adds no headers,
/// follows no redirects, keeps no cookies.
/// </summary>
internal sealed class PassThrough : IAsyncDisposable
{
    // A client that keeps its answer waiting for an end does not keep the recording from ending.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private const int MostWaiting = 64;

    private readonly WebApplication application;
    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        }
    );

    // Traffic that comes faster than it is judged and written waits, and does not pile up.
    private readonly Channel<HarEntry> passed = Channel.CreateBounded<HarEntry>(MostWaiting);
    private readonly ToTarget target;
    private readonly TimeProvider time;

    private PassThrough(WebApplication application, Uri baseUrl, TimeProvider time)
    {
        this.application = application;
        this.time = time;
        target = new(baseUrl);
    }

    /// <summary>Where clients connect.</summary>
    public Uri Address =>
        new(
            application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    /// <summary>What passed, in the order it was over in; ends with the server.</summary>
    public ChannelReader<HarEntry> Passed => passed.Reader;

    /// <summary>Starts the server; it listens when the task is done.</summary>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<PassThrough> StartAsync(
        RecordOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Listen(options.Listen);
            });
        builder.Services.AddHttpForwarder().AddSingleton<IHostLifetime, EndedFromOutside>();
        var proxy = new PassThrough(builder.Build(), options.BaseUrl, time);
        var forwarder = proxy.application.Services.GetRequiredService<IHttpForwarder>();
        proxy.application.Run(context => proxy.PassAsync(context, forwarder));
        try
        {
            await proxy.application.StartAsync(cancellationToken);
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }

        return proxy;
    }

    /// <summary>Takes no more requests, and ends when those that are under way are over.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(LongestEnd, time);
        try
        {
            await application.StopAsync(patience.Token);
        }
        finally
        {
            passed.Writer.TryComplete();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
    }

    private async Task PassAsync(HttpContext context, IHttpForwarder forwarder)
    {
        var (startedAt, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        var (request, response) = (new CopyingStream(context.Request.Body), new CopyingStream(context.Response.Body));
        context.Request.Body = request;
        context.Response.Body = response;
        var error = await forwarder.SendAsync(context, target.Prefix, client, ForwarderRequestConfig.Empty, target);
        var entry = PassedEntry.Of(
            context,
            target.UrlOf(context),
            request,
            error is ForwarderError.None ? response : null
        );
        await WriteAsync(
            entry with
            {
                StartedDateTime = startedAt,
                Time = time.GetElapsedTime(stamp).TotalMilliseconds,
            }
        );
    }

    private async Task WriteAsync(HarEntry entry)
    {
        try
        {
            await passed.Writer.WriteAsync(entry, CancellationToken.None);
        }
        catch (ChannelClosedException)
        {
            // It was over only after the recording was.
        }
    }

    /// <summary>Requests go to the target under its own name, and otherwise as they came.</summary>
    private sealed class ToTarget(Uri baseUrl) : HttpTransformer
    {
        public string Prefix { get; } = baseUrl.AbsoluteUri.TrimEnd('/');

        public Uri UrlOf(HttpContext context) =>
            RequestUtilities.MakeDestinationAddress(Prefix, context.Request.Path, context.Request.QueryString);

        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken cancellationToken
        )
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = null;
        }
    }

    /// <summary>Whoever started the server ends it; signals of the process are not its matter.</summary>
    private sealed class EndedFromOutside : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
