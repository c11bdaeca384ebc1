using Conformance.Verdicts.Results;
using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Headers whose values are out of this world.</summary>
internal static class HeaderWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        With("a date of nonsense in a header", Failed, "Date: yesterday, about noon"),
        With("a date of the year 9999", Passed, "Date: Fri, 31 Dec 9999 23:59:59 GMT"),
        With("a date before all computers", Passed, "Date: Mon, 01 Jan 0001 00:00:00 GMT"),
        With("a date without end", Failed, "Date: " + new string('9', 20_000)),
        With("an age before birth", Passed, "Age: -1"),
        With("3,000 header lines", Passed, string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"X-H{i}: v"))),
        With("the same header 1,000 times", Passed, string.Join('\n', Enumerable.Repeat("X-Same: v", 1000))),
        With("a header of bytes beyond ASCII", Passed, "X-Bytes: \u00e9\u4e2d\ud83d\ude00"),
        With(
            "limits beyond all numbers",
            Passed,
            "X-RateLimit-Limit: 99999999999999999999\nX-RateLimit-Remaining: -1\nX-RateLimit-Reset: 1e400"
        ),
        With("a cache for all time", Passed, "Cache-Control: max-age=99999999999999999999\nExpires: -1"),
        Throttling("patience for years", "Retry-After: 99999999"),
        Throttling("patience beyond all numbers", "Retry-After: 99999999999999999999999"),
        Throttling("patience below zero", "Retry-After: -1"),
        Throttling("patience in words", "Retry-After: a while"),
        Throttling("patience until the year 9999", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"),
        Throttling("no patience at all, for ever", "Retry-After: 0"),
        Throttling("patience that is not told", "X-Nothing: 1"),
        Unavailable(
            "401 with a challenge of nonsense",
            "401 Unauthorized",
            "WWW-Authenticate: =,;\"\"Bearer realm=\"\\"
        ),
        Unavailable(
            "401 with a challenge without end",
            "401 Unauthorized",
            "WWW-Authenticate: Bearer realm=\"" + new string('\\', 30_000)
        ),
        Unavailable(
            "407 of a proxy that is none",
            "407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=x"
        ),
        Unavailable("503 for years", "503 Service Unavailable", "Retry-After: 99999999"),
    ];

    private static HostileWay With(string name, Verdict verdict, string headers) =>
        HostileWay.Json(name, verdict, "", Wire.Document, headers);

    private static HostileWay Throttling(string name, string header) =>
        new(
            name,
            Place.Answer,
            Inconclusive,
            "--max-wait",
            (wire, _) => wire.JsonAsync("429 Too Many Requests", "{}", header)
        );

    private static HostileWay Unavailable(string name, string status, string header) =>
        new(name, Place.Answer, Failed, status[..3], (wire, _) => wire.JsonAsync(status, "{}", header));
}
