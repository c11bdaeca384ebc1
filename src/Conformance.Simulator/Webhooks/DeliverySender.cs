using System.Net.Http.Headers;

namespace Conformance.Simulator.Webhooks;

/// <summary>Sends deliveries. Redirects are an answer like any other, and the subscriber's certificate must be valid.</summary>
internal sealed class DeliverySender : IDisposable
{
    private const int MostRedirects = 5;

    // A connection of its own for each: one that a subscriber has closed meanwhile would make an attempt fail for no reason.
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            ActivityHeadersPropagator = null,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends a delivery as often as it says, and tells how the first of them ended.</summary>
    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken patience)
    {
        var sent = Enumerable.Range(0, delivery.Copies).Select(_ => SendOnceAsync(delivery, patience)).ToList();
        await Task.WhenAll(sent);
        return await sent[0];
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<DeliveryOutcome> SendOnceAsync(Delivery delivery, CancellationToken patience)
    {
        try
        {
            var url = delivery.Url;
            for (var hop = 0; ; hop++)
            {
                using var request = Request(delivery, url);
                using var response = await _client.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    patience
                );
                if (!delivery.FollowsRedirects || hop == MostRedirects || Target(response, url) is not { } next)
                {
                    return new((int)response.StatusCode);
                }

                url = next;
            }
        }
        catch (OperationCanceledException)
        {
            return new(null, IsLate: true);
        }
        catch (HttpRequestException)
        {
            return new((int?)null);
        }
    }

    private static Uri? Target(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location
            ? new Uri(from, location)
            : null;

    private static HttpRequestMessage Request(Delivery delivery, Uri url)
    {
        var request = new HttpRequestMessage(new HttpMethod(delivery.Method), url);
        if (delivery.Method is not "GET")
        {
            request.Content = new ReadOnlyMemoryContent(delivery.Body);
            request.Content.Headers.ContentType = delivery.ContentType is { } type
                ? MediaTypeHeaderValue.Parse(type)
                : null;
        }

        foreach (var (name, value) in delivery.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
