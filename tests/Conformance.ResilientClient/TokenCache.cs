using System.Net.Http.Json;
using System.Text.Json;

namespace Conformance.ResilientClient;

/// <summary>Keeps a token until five minutes before it expires; one request at a time fetches the next.</summary>
/// <param name="retries">How often a failed request for a token is repeated here; 0 leaves that to the handler.</param>
/// <param name="delay">The pause before each.</param>
internal sealed class TokenCache(int retries, TimeSpan delay) : IDisposable
{
    public const string ClientName = "tokens";
    private static readonly TimeSpan Threshold = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _gate = new(1);
    private string? _token;
    private DateTimeOffset _until;

    public IHttpClientFactory Factory { get; set; } = null!;

    public void Dispose() => _gate.Dispose();

    public async Task<string> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || _token == refused || DateTimeOffset.UtcNow >= _until)
            {
                var granted = await FetchAsync(cancellationToken);
                var life = TimeSpan.FromSeconds(granted.TryGetProperty("expires_in", out var s) ? s.GetInt32() : 300);
                _token = granted.GetProperty("access_token").GetString()!;
                _until = DateTimeOffset.UtcNow + (life > Threshold ? life - Threshold : life / 2);
            }

            return _token;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<JsonElement> FetchAsync(CancellationToken cancellationToken)
    {
        using var client = Factory.CreateClient(ClientName);
        for (var attempt = 0; ; attempt++)
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = Environment.GetEnvironmentVariable("CLIENT_ID")!,
                    ["client_secret"] = Environment.GetEnvironmentVariable("CLIENT_SECRET")!,
                    ["scope"] = "read write",
                }
            );
            using var response = await client.PostAsync(
                Environment.GetEnvironmentVariable("TOKEN_URL"),
                form,
                cancellationToken
            );
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            }

            if ((int)response.StatusCode < 500 || attempt >= retries)
            {
                throw new HttpRequestException($"no token: {(int)response.StatusCode}");
            }

            await Task.Delay(delay, cancellationToken);
        }
    }
}
