using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Conformance.Tests.Execution.Webhooks;

/// <summary>
/// A small provider of things: told an address by the usual state or by a registration, it delivers <c>thing.created</c>
/// there, as a test wants it to.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private int count;
    private LoopbackServer server = null!;

    public Uri Url => server.Url;

    public LoopbackServer Server => server;

    /// <summary>The address it was told; null while it knows none.</summary>
    public Uri? Receiver { get; private set; }

    /// <summary>Status of the provider-states handler.</summary>
    public int StateStatus { get; init; } = 200;

    /// <summary>Status that the removal of a registration is answered with.</summary>
    public int RemovalStatus { get; init; } = 204;

    /// <summary>What it does about a new thing before it answers the call; nothing unless told otherwise.</summary>
    public Func<Provider, string, Task> BeforeAnswer { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What it does about a new thing afterwards: one delivery unless told otherwise.</summary>
    public Func<Provider, string, Task> Afterwards { get; init; } = (provider, id) => provider.DeliverAsync(id);

    /// <summary>Statuses that its deliveries were answered with; 0 for none.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public async Task<Provider> StartAsync()
    {
        server = await LoopbackServer.StartAsync(AnswerAsync);
        return this;
    }

    /// <summary>Delivers the creation of a thing once.</summary>
    public async Task<int> DeliverAsync(string id, string type = "thing.created")
    {
        try
        {
            var delivery = new
            {
                event_id = $"evt-{id}",
                event_type = type,
                data = new { object_type = "thing", object_id = id },
            };
            using var answer = await http.PostAsJsonAsync(Receiver, delivery);
            Answers.Enqueue((int)answer.StatusCode);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            Answers.Enqueue(0);
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/states":
                await TakeAsync(context, "params");
                context.Response.StatusCode = StateStatus;
                break;
            case "/hooks":
                await TakeAsync(context, "subscription");
                context.Response.StatusCode = 201;
                await context.Response.WriteAsJsonAsync(
                    new { subscription = new { secret = "told in turn", id = "hook 1" } }
                );
                break;
            case ['/', 'h', 'o', 'o', 'k', 's', '/', ..]:
                context.Response.StatusCode = RemovalStatus;
                break;
            default:
                var id = $"thing-{Interlocked.Increment(ref count)}";
                await BeforeAnswer(this, id);
                context.Response.StatusCode = 201;
                await context.Response.WriteAsJsonAsync(new { id });
                await context.Response.CompleteAsync();
                _ = Afterwards(this, id);
                break;
        }
    }

    private async Task TakeAsync(HttpContext context, string member)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Receiver = new Uri(body.RootElement.GetProperty(member).GetProperty("url").GetString()!);
    }
}
