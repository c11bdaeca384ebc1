using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Conformance.ResilientClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

// A client of the Orders API on .NET: HttpClient with the standard resilience handler, as its documentation shows it.
// "completed" adds what the specification asks for and the handler does not do. Two more arguments shorten the first
// pause and the pause between token requests, in milliseconds, for tests.
var isCompleted = args.FirstOrDefault() is "completed";
var firstPause = Milliseconds(1, 2000);
var services = new ServiceCollection();
services.AddSingleton(new TokenCache(isCompleted ? 3 : 0, Milliseconds(2, 5000)));
services.AddTransient(s => new BearerHandler(s.GetRequiredService<TokenCache>(), isCompleted));

void Configure(HttpStandardResilienceOptions options) => options.Retry.Delay = firstPause;

if (isCompleted)
{
    services.AddHttpClient(TokenCache.ClientName);
}
else
{
    services.AddHttpClient(TokenCache.ClientName).AddStandardResilienceHandler(Configure);
}

services
    .AddHttpClient("orders", client => client.BaseAddress = new Uri(Variable("BASE_URL")))
    .AddHttpMessageHandler<BearerHandler>()
    .AddStandardResilienceHandler(Configure);

await using var provider = services.BuildServiceProvider();
var factory = provider.GetRequiredService<IHttpClientFactory>();
provider.GetRequiredService<TokenCache>().Factory = factory;
using var orders = factory.CreateClient("orders");
try
{
    var made = await PlaceAsync(2);
    await PlaceAsync(3);
    await SendAsync(HttpMethod.Get, $"/api/v1/orders/{made}");
    await SendAsync(HttpMethod.Get, "/api/v1/orders");
    await SendAsync(HttpMethod.Get, "/api/v1/search?customer_id=CUST-12345");
    return 0;
}
catch (Exception e)
{
    await Console.Error.WriteLineAsync($"failed: {e.Message}");
    return 3;
}

async Task<string> PlaceAsync(int quantity)
{
    var order = new { customer_id = "CUST-12345", items = new[] { new { product_id = "SKU-001", quantity } } };
    var answer = await SendAsync(HttpMethod.Post, "/api/v1/orders", JsonContent.Create(order));
    return answer.GetProperty("order_id").GetString()!;
}

async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonContent? body = null)
{
    using var request = new HttpRequestMessage(method, path);
    request.Headers.Add("X-Request-ID", Guid.NewGuid().ToString());
    if (body is not null)
    {
        // Its length is known then, and the same bytes go out with each repetition.
        await body.LoadIntoBufferAsync();
        request.Content = body;
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Idempotency-Key", Guid.NewGuid().ToString());
    }

    using var response = await orders.SendAsync(request);
    if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
    {
        throw new HttpRequestException($"{(int)response.StatusCode}");
    }

    return await response.Content.ReadFromJsonAsync<JsonElement>();
}

TimeSpan Milliseconds(int index, int usual) =>
    TimeSpan.FromMilliseconds(
        args.Length > index ? int.Parse(args[index], System.Globalization.CultureInfo.InvariantCulture) : usual
    );

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
