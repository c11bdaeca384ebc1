using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conformance.Tests.Simulator.Webhooks;

/// <summary>Somebody who receives deliveries, writes them down, and answers as told.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebApplication _application;
    private readonly Lock _gate = new();
    private ImmutableList<Received> _received = [];
    private TaskCompletionSource _changed = New();

    private Subscriber(WebApplication application) => _application = application;

    /// <summary>What it answers, by the delivery's position from 1; 204 unless told otherwise.</summary>
    public Func<Received, HttpContext, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(204);

    public Uri Url { get; private set; } = new("http://localhost");

    public IReadOnlyList<Received> All => _received;

    public static async Task<Subscriber> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        var subscriber = new Subscriber(application);
        application.Run(subscriber.ReceiveAsync);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        subscriber.Url = new Uri(new Uri(addresses.Addresses.First()), "/hooks");
        return subscriber;
    }

    /// <summary>The deliveries, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<Received>> WaitAsync(int count, Func<Received, bool>? which = null)
    {
        while (true)
        {
            var changed = _changed.Task;
            var all = _received.Where(which ?? (_ => true)).ToList();
            if (all.Count >= count)
            {
                return all;
            }

            await changed.WaitAsync(Patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Received received;
        lock (_gate)
        {
            var headers = context.Request.Headers.ToDictionary(
                h => h.Key,
                h => h.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            );
            received = new(_received.Count + 1, context.Request.Method, context.Request.Path, headers, body.ToArray());
            _received = _received.Add(received);
            _changed.TrySetResult();
            _changed = New();
        }

        try
        {
            context.Response.StatusCode = await Answer(received, context);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A delivery as it came.</summary>
    internal sealed record Received(
        int Number,
        string Method,
        string Path,
        IReadOnlyDictionary<string, string> Headers,
        byte[] Body
    )
    {
        public JsonNode Json => JsonNode.Parse(Body)!;

        public string? Header(string name) => Headers.GetValueOrDefault(name);

        public string Text(string path) =>
            path.Split('.').Aggregate((JsonNode?)Json, (n, name) => n?[name])?.ToString() ?? "";
    }
}
