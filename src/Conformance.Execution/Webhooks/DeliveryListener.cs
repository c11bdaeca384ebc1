using System.Collections.Immutable;
using System.Net;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Deliveries;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// Receives deliveries: whatever comes is kept and answered. Bare Kestrel, without a host. It can be taken down and
/// brought back on the same port.
/// </summary>
internal sealed class DeliveryListener(
    IPEndPoint address,
    DeliveryDesk desk,
    DeliveryFields fields,
    TargetClock clock,
    TimeProvider time
) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const int MostBytes = 1024 * 1024;
    private const string RedirectPath = "/redirected/";

    // What a delivery takes from the sender's decision to our clock, at most, on a machine that is busy.
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(300);
    private KestrelServer? kestrel;

    /// <summary>Where the target sends deliveries; the listener's own address unless it is set.</summary>
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1/");

    /// <summary>Whether the target was told this very listener's path, with nothing between them that may rewrite it.</summary>
    public bool TellsPath { get; set; }

    /// <summary>The address it listens on; its port is known once it does.</summary>
    public IPEndPoint Address { get; private set; } = address;

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken, or the address is not this machine's.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MaxConcurrentConnections = 1000;
        // Bytes beyond ASCII are shown to the checks instead of being refused unseen.
        options.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
        options.Listen(Address, listen => listen.Protocols = HttpProtocols.Http1);
        var server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
        try
        {
            await server.StartAsync(this, cancellationToken);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        var bound = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        Address = new(Address.Address, bound.Port);
        kestrel = server;
    }

    /// <summary>Stops listening and breaks off every connection.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref kestrel, null) is { } server)
        {
            await server.StopAsync(new CancellationToken(canceled: true));
            server.Dispose();
        }
    }

    /// <summary>Whether it listens now.</summary>
    public bool IsListening => kestrel is not null;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => new(StopAsync());

    /// <inheritdoc />
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc />
    public void DisposeContext(HttpContext context, Exception? exception) { }

    /// <inheritdoc />
    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            var (delivery, redirectedOf) = await ReadAsync(context);
            var (answer, of) = await desk.AcceptAsync(delivery, redirectedOf, context.RequestAborted);
            await AnswerAsync(context, delivery, answer, of);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The sender went away or broke HTTP in the middle of its body: there is nobody to answer.
            context.Abort();
        }
    }

    private async Task AnswerAsync(
        HttpContext context,
        ReceivedDelivery delivery,
        DeliveryAnswer answer,
        DeliverySubscription? of
    )
    {
        switch (answer)
        {
            case DeliveryAnswer.Broken:
                delivery.Answer(null, isOurs: true, time.GetUtcNow());
                context.Abort();
                break;
            case DeliveryAnswer.Late late:
                await HoldAsync(of!, delivery, context.RequestAborted);
                context.Response.StatusCode = late.Code;
                break;
            case DeliveryAnswer.Redirect redirect:
                context.Response.StatusCode = redirect.Code;
                context.Response.Headers.Location =
                    $"{PublicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}{RedirectPath}{of!.Number}";
                break;
            case DeliveryAnswer.Status status:
                context.Response.StatusCode = status.Code;
                break;
            default:
                context.Response.StatusCode = 200;
                break;
        }

        if (!delivery.IsOver)
        {
            delivery.Answer(context.Response.StatusCode, isOurs: false, time.GetUtcNow());
        }

        desk.Pulse();
    }

    private async Task HoldAsync(DeliverySubscription of, ReceivedDelivery delivery, CancellationToken givenUp)
    {
        delivery.WasHeld = true;
        try
        {
            await of.Released.WaitAsync(givenUp);
        }
        catch (OperationCanceledException)
        {
            delivery.Answer(null, isOurs: false, time.GetUtcNow());
            desk.Pulse();
            throw;
        }
    }

    private async Task<(ReceivedDelivery Delivery, string? RedirectedOf)> ReadAsync(HttpContext context)
    {
        // The moment of arrival is that of the first bytes, not of the last.
        var (arrivedAt, earliest, latest) = (time.GetUtcNow(), clock.EarliestNow, clock.LatestNow);
        var (body, isTruncated) = await ReadBodyAsync(context);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var at = target.LastIndexOf(RedirectPath, StringComparison.Ordinal);
        var redirectedOf = at < 0 ? null : target[(at + RedirectPath.Length)..];
        var delivery = new ReceivedDelivery(
            context.Request.Method,
            UrlOf(target),
            [
                .. context.Request.Headers.SelectMany(h =>
                    h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v ?? ""))
                ),
            ],
            body,
            fields
        )
        {
            ArrivedAt = arrivedAt,
            Moment = new(earliest - clock.OnTarget(Latency), latest),
            IsTruncated = isTruncated,
            IsRedirected = redirectedOf is not null,
            IsElsewhere = redirectedOf is null && TellsPath && target != PublicUrl.PathAndQuery,
        };
        return (delivery, redirectedOf);
    }

    private Uri UrlOf(string target) =>
        Uri.TryCreate(PublicUrl.GetLeftPart(UriPartial.Authority) + target, UriKind.Absolute, out var url)
            ? url
            : PublicUrl;

    // What is too much is read away, so that the sender gets to see its answer.
    private static async Task<(byte[] Body, bool IsTruncated)> ReadBodyAsync(HttpContext context)
    {
        const int MostRead = 64 * MostBytes;
        var kept = new MemoryStream();
        var total = 0L;
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            foreach (var segment in read.Buffer)
            {
                total += segment.Length;
                kept.Write(segment.Span[..(int)Math.Min(segment.Length, MostBytes - kept.Length)]);
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || total > MostRead)
            {
                return (kept.ToArray(), total > MostBytes);
            }
        }
    }
}
