using static Conformance.Tests.Hostile.HostileWay;
using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Answers whose beginning, headers or end are not what HTTP says (RFC 9112).</summary>
internal static class FramingWays
{
    private const string Ok = "HTTP/1.1 200 OK\nContent-Type: application/json\nConnection: close\n";
    private const string Chunked = Ok + "Transfer-Encoding: chunked";

    public static IEnumerable<HostileWay> All { get; } =
    [
        Answering(
            "a length that is too long",
            Inconclusive,
            "closed the connection",
            Ok + "Content-Length: 500",
            Wire.Document
        ),
        Answering(
            "a length that is too short",
            Failed,
            "no readable JSON",
            Ok.Replace("close", "keep-alive", StringComparison.Ordinal) + "Content-Length: 1",
            "{}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsmugg"
        ),
        Answering(
            "a negative length",
            Inconclusive,
            "Content-Length of '-1', which is none",
            Ok + "Content-Length: -1",
            Wire.Document
        ),
        Answering(
            "a length that is no number",
            Inconclusive,
            "Content-Length of 'two', which is none",
            Ok + "Content-Length: two",
            Wire.Document
        ),
        Answering(
            "a length beyond all numbers",
            Inconclusive,
            "which is none",
            Ok + "Content-Length: 99999999999999999999999",
            Wire.Document
        ),
        Answering(
            "two different lengths",
            Inconclusive,
            "announced different lengths: 119, 7",
            Ok + "Content-Length: 119\nContent-Length: 7",
            Wire.Document
        ),
        Answering(
            "a length and chunks",
            Inconclusive,
            "both a Content-Length and a Transfer-Encoding",
            Chunked + "\nContent-Length: 3",
            "77\r\n" + Wire.Document + "\r\n0\r\n\r\n"
        ),
        Answering(
            "a chunk size that is no number",
            Inconclusive,
            "not HTTP",
            Chunked,
            "zz\r\n" + Wire.Document + "\r\n0\r\n\r\n"
        ),
        Answering(
            "a chunk size beyond all numbers",
            Inconclusive,
            "not HTTP",
            Chunked,
            "fffffffffffffffffffff\r\n" + Wire.Document + "\r\n0\r\n\r\n"
        ),
        Answering(
            "a negative chunk size",
            Inconclusive,
            "not HTTP",
            Chunked,
            "-2\r\n" + Wire.Document + "\r\n0\r\n\r\n"
        ),
        Answering(
            "a chunk that is longer than it says",
            Inconclusive,
            "not HTTP",
            Chunked,
            "1\r\n" + Wire.Document + "\r\n0\r\n\r\n"
        ),
        Answering(
            "chunks that break off",
            Inconclusive,
            "closed the connection",
            Chunked,
            "77\r\n" + Wire.Document + "\r\n"
        ),
        Answering(
            "an unknown transfer coding",
            Inconclusive,
            "'rot13', which nobody asked for",
            Ok + "Transfer-Encoding: rot13",
            Wire.Document
        ),
        Answering("a status that is no number", Inconclusive, "not HTTP", "HTTP/1.1 two OK\nContent-Length: 0"),
        Answering("a status of two digits", Inconclusive, "not HTTP", "HTTP/1.1 20 OK\nContent-Length: 0"),
        Answering("a status of four digits", Inconclusive, "not HTTP", "HTTP/1.1 2000 OK\nContent-Length: 0"),
        Answering("status 000", Failed, "0 Nothing", "HTTP/1.1 000 Nothing\nContent-Length: 0\nConnection: close"),
        Answering("status 999", Failed, "999", "HTTP/1.1 999 Everything\nContent-Length: 0\nConnection: close"),
        Answering(
            "101 that nobody asked for",
            Failed,
            "101",
            "HTTP/1.1 101 Switching Protocols\nUpgrade: x\nConnection: upgrade"
        ),
        Answering(
            "204 with a body",
            Failed,
            "204",
            "HTTP/1.1 204 No Content\nContent-Length: 2\nConnection: close",
            Wire.Document
        ),
        Answering(
            "304 that nobody asked for",
            Failed,
            "304",
            "HTTP/1.1 304 Not Modified\nContent-Length: 2\nConnection: close"
        ),
        Answering("a body without a head (HTTP/0.9)", Inconclusive, "not HTTP", Wire.Document),
        Answering(
            "HTTP/1.0 without a length",
            Passed,
            "",
            "HTTP/1.0 200 OK\nContent-Type: application/json",
            Wire.Document
        ),
        Answering("HTTP/2.0 in a status line", Inconclusive, "not HTTP", "HTTP/2.0 200 OK\nContent-Length: 0"),
        Answering("HTTP/9.9 in a status line", Inconclusive, "not HTTP", "HTTP/9.9 200 OK\nContent-Length: 0"),
        Answering(
            "a header without a colon",
            Inconclusive,
            "not HTTP",
            "HTTP/1.1 200 OK\nNoColonHere\nContent-Length: 0"
        ),
        Answering(
            "a header name with a space",
            Inconclusive,
            "not HTTP",
            Ok + "X Name: 1\nContent-Length: 119",
            Wire.Document
        ),
        Answering("a folded header", Passed, "", Ok + "X-Folded: one\n two\nContent-Length: 119", Wire.Document),
        Answering("NUL inside a header", Passed, "", Ok + "X-Nul: a\0b\nContent-Length: 119", Wire.Document),
        new(
            "line feeds without carriage returns",
            Place.Answer,
            Passed,
            "",
            (wire, _) =>
                wire.SendAsync("HTTP/1.1 200 OK\nContent-Type: application/json\nConnection: close\n\n" + Wire.Document)
        ),
        new("closes at once", Place.Answer, Inconclusive, "closed the connection", (_, _) => Task.CompletedTask),
        new(
            "resets at once",
            Place.Answer,
            Inconclusive,
            "reset by the server",
            (wire, _) =>
            {
                wire.Reset();
                return Task.CompletedTask;
            }
        ),
        new(
            "resets inside the body",
            Place.Answer,
            Inconclusive,
            "reset by the server",
            async (wire, stop) =>
            {
                await wire.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{");
                await Task.Delay(TimeSpan.FromMilliseconds(50), stop);
                wire.Reset();
            }
        ),
        new(
            "speaks another protocol",
            Place.Answer,
            Inconclusive,
            "not HTTP",
            (wire, _) => wire.SendAsync("220 mail.example.com ESMTP\r\n")
        ),
        new(
            "sends random bytes",
            Place.Answer,
            Inconclusive,
            "not HTTP",
            async (wire, _) =>
            {
                var bytes = new byte[4096];
                new Random(7).NextBytes(bytes);
                await wire.SendAsync(bytes);
            }
        ),
    ];
}
