using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Answers that come late, in drops, or never.</summary>
internal static class SlowWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        StopsAfter("never answers", "", "did not answer within"),
        StopsAfter("stops inside the status line", "HTTP/1.1 2", "did not answer within"),
        StopsAfter("stops inside the headers", "HTTP/1.1 200 OK\r\nContent-Ty", "did not answer within"),
        StopsAfter(
            "stops before the body",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
            "did not finish its answer"
        ),
        StopsAfter(
            "stops inside the body",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
            "did not finish its answer"
        ),
        StopsAfter(
            "stops inside a chunk size",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1",
            "did not finish its answer"
        ),
        StopsAfter(
            "stops before the last chunk",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            "did not finish its answer"
        ),
        StopsAfter("promises to go on", "HTTP/1.1 100 Continue\r\n\r\n", "did not answer within"),
        Drips(
            "sends its headers a byte at a time",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            "did not answer within"
        ),
        new(
            "sends its body a byte at a time",
            Place.Answer,
            Inconclusive,
            "did not finish its answer",
            async (wire, stop) =>
            {
                await wire.SendAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
                );
                await wire.DripAsync(new string(' ', 900), stop);
            }
        ),
    ];

    private static HostileWay StopsAfter(string name, string beginning, string says) =>
        new(
            name,
            Place.Answer,
            Inconclusive,
            says,
            async (wire, stop) =>
            {
                await wire.SendAsync(beginning);
                await Task.Delay(Timeout.Infinite, stop);
            }
        );

    private static HostileWay Drips(string name, string answer, string says) =>
        new(name, Place.Answer, Inconclusive, says, (wire, stop) => wire.DripAsync(answer, stop));
}
