using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Frames of HTTP/2 (RFC 9113) at a client that has spoken HTTP/1.1.</summary>
internal static class Http2Ways
{
    // Length (3 bytes), type, flags, stream (4 bytes), payload.
    private static readonly byte[] Settings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    private static readonly byte[] GoAway = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];
    private static readonly byte[] ResetStream = [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 8];
    private static readonly byte[] Ping = [0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];

    public static IEnumerable<HostileWay> All { get; } =
    [
        Frames("GOAWAY of HTTP/2", [.. Settings, .. GoAway]),
        Frames("RST_STREAM of HTTP/2", [.. Settings, .. ResetStream]),
        new(
            "a flood of PING of HTTP/2",
            Place.Answer,
            Inconclusive,
            "64 KB",
            async (wire, stop) =>
            {
                await wire.SendAsync(Settings);
                await wire.SendForeverAsync(Ping, stop);
            }
        ),
        new(
            "an upgrade to h2c that nobody asked for",
            Place.Answer,
            Failed,
            "101",
            async (wire, _) =>
            {
                await wire.SendAsync("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
                await wire.SendAsync([.. Settings, .. GoAway]);
            }
        ),
        new(
            "426 with a demand for HTTP/3",
            Place.Answer,
            Failed,
            "426",
            (wire, _) =>
                wire.JsonAsync("426 Upgrade Required", "{}", "Upgrade: HTTP/3.0\r\nAlt-Svc: h3=\":1\"; ma=99999")
        ),
    ];

    private static HostileWay Frames(string name, byte[] frames) =>
        new(name, Place.Answer, Inconclusive, "closed the connection", (wire, _) => wire.SendAsync(frames));
}
