using System.Net.Sockets;
using System.Text;

namespace Conformance.Tests.Hostile;

/// <summary>A connection on which a request has arrived, to be misused.</summary>
internal sealed class Wire(Socket socket, Stream stream, string head)
{
    /// <summary>A document that keeps the contract.</summary>
    public const string Document =
        """{"id":"3f8a1c52-9d3b-4a55-8a0e-0b6f3f1d2c4e","name":"Fine","count":1,"amount":1.25,"created_at":"2026-01-15T10:30:00Z"}""";

    /// <summary>Request line and headers.</summary>
    public string Head { get; } = head;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    public Task JsonAsync(string status, string body, string headers = "") =>
        JsonAsync(status, Encoding.UTF8.GetBytes(body), headers);

    public async Task JsonAsync(string status, byte[] body, string headers = "")
    {
        var type = headers.Contains("Content-Type", StringComparison.OrdinalIgnoreCase)
            ? ""
            : "Content-Type: application/json\r\n";
        var more = headers.Length == 0 ? "" : headers + "\r\n";
        await SendAsync($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{type}{more}\r\n");
        await SendAsync(body);
    }

    /// <summary>Sends the same bytes until the other side has had enough.</summary>
    public async Task SendForeverAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(bytes);
        }
    }

    /// <summary>Sends one byte at a time with a pause after each.</summary>
    public async Task DripAsync(string text, CancellationToken cancellationToken)
    {
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            await SendAsync([one]);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    /// <summary>Ends the connection by a reset instead of an end.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
