using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>TLS handshakes that come to nothing, in the middle of a run whose other connections work.</summary>
internal static class HandshakeWays
{
    // A record of type handshake, version 1.2, that promises 512 bytes.
    private static readonly byte[] HalfARecord = [22, 3, 3, 2, 0, 2, 0, 1];

    // A fatal alert, handshake_failure (RFC 8446 section 6).
    private static readonly byte[] Alert = [21, 3, 3, 0, 2, 2, 40];

    public static IEnumerable<HostileWay> All { get; } =
    [
        Handshake("closes before the handshake", "", (_, _) => Task.CompletedTask),
        Handshake("closes inside the handshake", "", (wire, _) => wire.SendAsync(HalfARecord)),
        Handshake("refuses the handshake by an alert", "TLS", (wire, _) => wire.SendAsync(Alert)),
        Handshake(
            "answers the handshake in plain HTTP",
            "TLS",
            (wire, _) => wire.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n")
        ),
        Handshake(
            "answers the handshake with random bytes",
            "TLS",
            (wire, _) => wire.SendAsync([.. Enumerable.Range(0, 256).Select(i => (byte)(i * 37))])
        ),
        Handshake("never answers the handshake", "", (_, stop) => Task.Delay(Timeout.Infinite, stop)),
        Handshake(
            "sends the handshake without end",
            "",
            (wire, stop) => wire.SendForeverAsync([22, 3, 3, 0, 4, 0, 0, 0, 0], stop)
        ),
        Handshake(
            "resets inside the handshake",
            "",
            async (wire, stop) =>
            {
                await wire.SendAsync(HalfARecord);
                await Task.Delay(TimeSpan.FromMilliseconds(20), stop);
                wire.Reset();
            }
        ),
    ];

    private static HostileWay Handshake(string name, string says, Func<Wire, CancellationToken, Task> misbehave) =>
        new(name, Place.Handshake, Verdict.Inconclusive, says, misbehave);
}
