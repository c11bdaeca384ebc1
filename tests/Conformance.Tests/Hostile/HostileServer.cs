using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conformance.Tests.Execution;

namespace Conformance.Tests.Hostile;

/// <summary>
/// A server of a hostile contract on loopback, one connection a request, that keeps the contract but where it misbehaves.
/// </summary>
internal sealed class HostileServer : IAsyncDisposable
{
    // The probe of a run, and the first case.
    private const int RequestsBeforeTheMiddle = 2;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyList<HostileWay> ways;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;
    private int connections;

    private HostileServer(IReadOnlyList<HostileWay> ways)
    {
        this.ways = ways;
        certificate =
            ways[0].Place is Place.Handshake ? TestCertificates.SelfSigned("localhost", IPAddress.Loopback) : null;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Url =>
        new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The authority that its certificate is of; null when it speaks plain HTTP.</summary>
    public string? Authority => certificate?.ExportCertificatePem();

    /// <summary>Request line and headers of everything that arrived.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    public static HostileServer Start(IReadOnlyList<HostileWay> ways) => new(ways);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
        certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException) { }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var plain = new NetworkStream(socket);
                if (certificate is null)
                {
                    await AnswerAsync(socket, plain);
                }
                else if (Interlocked.Increment(ref connections) == RequestsBeforeTheMiddle + 1)
                {
                    await ways[0].Misbehave(new Wire(socket, plain, ""), stop.Token);
                }
                else
                {
                    await using var secured = new SslStream(plain);
                    await secured.AuthenticateAsServerAsync(certificate);
                    await AnswerAsync(socket, secured);
                }
            }
            // The other side hangs up, or this one has closed the socket itself.
            catch (Exception e)
                when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException) { }
        }
    }

    private async Task AnswerAsync(Socket socket, Stream stream)
    {
        var head = await ReadAsync(stream);
        if (head.Length == 0)
        {
            return;
        }

        Heads.Enqueue(head);
        var wire = new Wire(socket, stream, head);
        var path = head.Split(' ')[1].Split('/');
        await (
            path switch
            {
                ["", "token"] when ways[0].Place is Place.Token => ways[0].Misbehave(wire, stop.Token),
                ["", "token"] => wire.JsonAsync(
                    "200 OK",
                    """{"access_token":"T","token_type":"Bearer","expires_in":3600}"""
                ),
                ["", "ways", var number] when Way(number) is { } way => way.Misbehave(wire, stop.Token),
                ["", "ways", _] or ["", "calm", _] => wire.JsonAsync("200 OK", Wire.Document),
                _ => wire.JsonAsync("404 Not Found", "{}"),
            }
        );
    }

    // An operation may be asked for although its way is elsewhere.
    private HostileWay? Way(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var i)
        && i < ways.Count
        && ways[i].Place is Place.Answer or Place.Creation
            ? ways[i]
            : null;

    private async Task<string> ReadAsync(Stream stream)
    {
        var bytes = new byte[256 * 1024];
        var length = 0;
        while (length < bytes.Length)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(length), stop.Token);
            length += read;
            var text = Encoding.Latin1.GetString(bytes, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && length >= end + 4 + BodyLength(text[..end]))
            {
                return text[..end];
            }

            if (read == 0)
            {
                return "";
            }
        }

        return "";
    }

    private static int BodyLength(string head)
    {
        var line = head.Split("\r\n")
            .FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
    }
}
