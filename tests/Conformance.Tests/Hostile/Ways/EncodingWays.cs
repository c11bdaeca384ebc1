using System.Text;
using static Conformance.Tests.Hostile.HostileWay;
using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Bodies whose bytes are not the UTF-8 that JSON is exchanged in (RFC 8259 section 8.1).</summary>
internal static class EncodingWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        Bytes("bytes that are no UTF-8", Failed, "no readable JSON", Named([0xC3, 0x28])),
        Bytes("an overlong encoding", Failed, "no readable JSON", Named([0xC0, 0xAF])),
        Bytes("a surrogate in UTF-8", Failed, "no readable JSON", Named([0xED, 0xA0, 0x80])),
        Bytes("half a character at the end", Failed, "no readable JSON", [.. Document, 0xE2, 0x82]),
        Bytes("a byte order mark", Failed, "byte order mark", [0xEF, 0xBB, 0xBF, .. Document]),
        Bytes(
            "UTF-16",
            Failed,
            "no readable JSON",
            Encoding.Unicode.GetBytes(Wire.Document),
            "Content-Type: application/json; charset=utf-16"
        ),
        Bytes("UTF-32", Failed, "no readable JSON", Encoding.UTF32.GetBytes(Wire.Document)),
        Bytes(
            "Latin-1",
            Failed,
            "no readable JSON",
            Named([0xE9]),
            "Content-Type: application/json; charset=iso-8859-1"
        ),
        Bytes("NUL bytes", Failed, "no readable JSON", new byte[1000]),
        Json(
            "an unknown charset",
            Failed,
            "charset=klingon",
            Wire.Document,
            "Content-Type: application/json; charset=klingon"
        ),
        Json(
            "half a surrogate pair, escaped",
            Failed,
            "half of a surrogate pair",
            Wire.Document.Replace("Fine", @"\ud800", StringComparison.Ordinal)
        ),
        Json("a content type of nonsense", Failed, "header Content-Type", Wire.Document, "Content-Type: ;;=/;,"),
        Json(
            "a content type without end",
            Failed,
            "(30012 characters)",
            Wire.Document,
            "Content-Type: application/" + new string('x', 30000)
        ),
        Json(
            "two content types",
            Failed,
            "text/html | application/json",
            Wire.Document,
            "Content-Type: text/html\nContent-Type: application/json"
        ),
        Json("an unknown content coding", Passed, "", Wire.Document, "Content-Encoding: nonsense"),
        Bytes(
            "gzip that is none",
            Failed,
            "no readable JSON",
            [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8],
            "Content-Encoding: gzip"
        ),
    ];

    private static byte[] Document => Encoding.UTF8.GetBytes(Wire.Document);

    private static byte[] Named(byte[] name)
    {
        var parts = Wire.Document.Split("Fine");
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. name, .. Encoding.UTF8.GetBytes(parts[1])];
    }
}
