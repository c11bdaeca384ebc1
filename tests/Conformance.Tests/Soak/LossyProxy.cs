using System.Net;
using System.Net.Sockets;

namespace Conformance.Tests.Soak;

/// <summary>What a network does to connections, in percent of them; the rest arrive late, but whole.</summary>
/// <param name="Resets">Reset at some point of the answer.</param>
/// <param name="Stalls">Never come to an end.</param>
/// <param name="LongestDelay">By how long an answer is late at most.</param>
internal sealed record Weather(int Resets, int Stalls, TimeSpan LongestDelay);

/// <summary>A way to a target that loses, delays and resets connections at random, by a seed; it can be blocked altogether.</summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri target;
    private readonly Weather weather;
    private readonly Random chance;
    private readonly Task accepting;
    private volatile bool isBlocked;

    public LossyProxy(Uri target, Weather weather, int seed)
    {
        (this.target, this.weather, chance) = (target, weather, new Random(seed));
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Whether connections are accepted and nothing on them goes on: a target that is stopped, or a cable that is out.</summary>
    public bool IsBlocked
    {
        get => isBlocked;
        set => isBlocked = value;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                // Decided here, so that the order of connections and the seed decide alone.
                _ = CarryAsync(socket, chance.Next(100), chance.NextDouble());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException) { }
    }

    private async Task CarryAsync(Socket socket, int fate, double measure)
    {
        using (socket)
        using (var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                await other.ConnectAsync(target.Host, target.Port, stop.Token);
                await using var near = new NetworkStream(socket);
                await using var far = new NetworkStream(other);
                var asking = PassAsync(near, far, TimeSpan.Zero);
                await AnswerAsync(socket, near, far, fate, measure);
                await asking;
            }
            catch (Exception e)
                when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException) { }
        }
    }

    private async Task AnswerAsync(Socket socket, NetworkStream near, NetworkStream far, int fate, double measure)
    {
        if (fate < weather.Resets)
        {
            // Some of the answer, or nothing of it.
            var some = new byte[1 + (int)(measure * 200)];
            var read = await far.ReadAsync(some, stop.Token);
            await near.WriteAsync(some.AsMemory(0, (int)(read * measure)), stop.Token);
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        else if (fate < weather.Resets + weather.Stalls)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }
        else
        {
            await PassAsync(far, near, weather.LongestDelay * measure);
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, TimeSpan delay)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, stop.Token) is > 0 and var read)
        {
            if (isBlocked)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, stop.Token);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}
