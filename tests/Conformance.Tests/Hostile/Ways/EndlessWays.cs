using System.IO.Compression;
using System.Text;
using Conformance.Verdicts.Results;
using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Answers without end, and answers that become so when they are unpacked.</summary>
internal static class EndlessWays
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
    private static readonly byte[] Spaces = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));

    public static IEnumerable<HostileWay> All { get; } =
    [
        Endless(
            "endless headers",
            Inconclusive,
            "64 KB",
            Head,
            "X-Filler: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"u8.ToArray()
        ),
        Endless("one header without end", Inconclusive, "64 KB", Head + "X-Filler: ", Filler),
        Endless("a status line without end", Inconclusive, "64 KB", "HTTP/1.1 200 ", Filler),
        Endless(
            "a body without end",
            Failed,
            "cut off after 10485760 bytes",
            Head + "Connection: close\r\n\r\n",
            Filler
        ),
        Endless(
            "a body without end under a promised length",
            Failed,
            "cut off after 10485760 bytes",
            Head + "Content-Length: 9223372036854775807\r\n\r\n",
            Filler
        ),
        Endless(
            "white space without end",
            Failed,
            "cut off after 10485760 bytes",
            Head + "Connection: close\r\n\r\n",
            Spaces
        ),
        Endless(
            "chunks without end",
            Failed,
            "cut off after 10485760 bytes",
            Head + "Transfer-Encoding: chunked\r\n\r\n",
            [.. "10000\r\n"u8, .. Filler, .. "\r\n"u8]
        ),
        new(
            "chunks of one byte without end",
            Place.Answer,
            Inconclusive,
            "did not finish its answer",
            async (wire, stop) =>
            {
                await wire.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\n");
                while (!stop.IsCancellationRequested)
                {
                    await wire.SendAsync("1\r\nx\r\n");
                    // As fast as it goes they would reach the greatest size first, on a quick machine.
                    await Task.Delay(TimeSpan.FromMilliseconds(5), stop);
                }
            }
        ),
        Endless(
            "a chunk extension without end",
            Inconclusive,
            "chunk was too large",
            Head + "Transfer-Encoding: chunked\r\n\r\n1;",
            Filler
        ),
        Endless(
            "trailers without end",
            Inconclusive,
            "64 KB",
            Head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
            "X-Trailer: xxxxxxxxxxxxxxxxxxxx\r\n"u8.ToArray()
        ),
        Endless("a flood of 100 Continue", Inconclusive, "64 KB", "", "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray()),
        Endless(
            "a flood of 103 Early Hints",
            Inconclusive,
            "64 KB",
            "",
            "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"u8.ToArray()
        ),
        HostileWay.Bytes(
            "a gzip bomb",
            Failed,
            "no readable JSON",
            Packed(s => new GZipStream(s, CompressionLevel.Fastest)),
            "Content-Encoding: gzip"
        ),
        HostileWay.Bytes(
            "a brotli bomb",
            Failed,
            "no readable JSON",
            Packed(s => new BrotliStream(s, CompressionLevel.Fastest)),
            "Content-Encoding: br"
        ),
        HostileWay.Bytes(
            "a deflate bomb",
            Failed,
            "no readable JSON",
            Packed(s => new ZLibStream(s, CompressionLevel.Fastest)),
            "Content-Encoding: deflate, deflate, deflate"
        ),
    ];

    private static HostileWay Endless(string name, Verdict verdict, string says, string beginning, byte[] repeated) =>
        new(
            name,
            Place.Answer,
            verdict,
            says,
            async (wire, stop) =>
            {
                await wire.SendAsync(beginning);
                await wire.SendForeverAsync(repeated, stop);
            }
        );

    // 64 MB of spaces, in some hundred bytes or kilobytes.
    private static byte[] Packed(Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var packing = pack(packed))
        {
            for (var i = 0; i < 1024; i++)
            {
                packing.Write(Spaces);
            }
        }

        return packed.ToArray();
    }
}
