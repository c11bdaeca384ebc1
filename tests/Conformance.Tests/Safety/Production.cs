using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Tests.Execution;
using Microsoft.AspNetCore.Http;

namespace Conformance.Tests.Safety;

/// <summary>A live system that answers everything somehow, and remembers what it was asked for.</summary>
internal sealed class Production : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private Production(LoopbackServer server) => this.server = server;

    public string Url => server.Url.ToString();

    public ConcurrentQueue<Arrival> Arrivals => server.Arrivals;

    /// <param name="health">The status of its answers, by how many requests it has had.</param>
    public static async Task<Production> StartAsync(Func<int, int>? health = null)
    {
        var count = 0;
        return new Production(
            await LoopbackServer.StartAsync(context =>
            {
                context.Response.StatusCode = health?.Invoke(Interlocked.Increment(ref count)) ?? 200;
                return context.Response.WriteAsJsonAsync(
                    context.Request.Path == "/oauth/token"
                        ? JsonDocument.Parse(
                            """{"access_token":"live-token","token_type":"Bearer","expires_in":3600}"""
                        )
                        : JsonDocument.Parse("{}")
                );
            })
        );
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
