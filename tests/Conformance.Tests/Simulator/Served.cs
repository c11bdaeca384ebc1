using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Specification;
using FluentAssertions;

namespace Conformance.Tests.Simulator;

/// <summary>A specification that is being served, and a client for it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly SimulatorServer _server;
    private string? _token;

    private Served(IntegrationSpecification specification, SimulatorServer server)
    {
        Specification = specification;
        _server = server;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = server.BaseUrl,
        };
    }

    public IntegrationSpecification Specification { get; }

    public HttpClient Http { get; }

    public Uri BaseUrl => _server.BaseUrl;

    public static IntegrationSpecification Load(string name)
    {
        var loaded = SpecificationLoader.Load(RepositoryFiles.Spec(name));
        loaded.HasErrors.Should().BeFalse(string.Join('\n', loaded.Diagnostics));
        return loaded.Specification!;
    }

    public static IntegrationSpecification Text(string yaml)
    {
        var loaded = SpecificationLoader.LoadText("inline.yaml", yaml);
        loaded.HasErrors.Should().BeFalse(string.Join('\n', loaded.Diagnostics));
        return loaded.Specification!;
    }

    public static async Task<Served> StartAsync(
        IntegrationSpecification specification,
        SimulatorOptions? options = null
    ) => new(specification, await SimulatorServer.StartAsync(specification, options ?? new SimulatorOptions()));

    public static Task<Served> OrdersAsync(params string[] faults) =>
        StartAsync(Load("orders.yaml"), new SimulatorOptions { Faults = [.. faults] });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>A token with the given scopes; both of the orders specification unless said otherwise.</summary>
    public async Task<string> TokenAsync(string? scope = null, SimulatorCredentials? credentials = null)
    {
        var client = credentials ?? SimulatorCredentials.Default;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.ClientId,
            ["client_secret"] = client.ClientSecret,
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        var answer = await SendAsync(Request("POST", "/oauth/token", new FormUrlEncodedContent(form)));
        answer.Status.Should().Be(200);
        return answer.Body!["access_token"]!.GetValue<string>();
    }

    /// <summary>A request with a request id and this client's credentials.</summary>
    public async Task<Answer> CallAsync(
        string method,
        string path,
        string? json = null,
        string? key = null,
        string? token = null,
        Action<HttpRequestMessage>? edit = null
    )
    {
        var content = json is null ? null : new StringContent(json, Encoding.UTF8);
        if (content is not null)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        var request = Request(method, path, content);
        request.Headers.Add("X-Request-ID", Guid.NewGuid().ToString());
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token ?? (_token ??= await TokenAsync())}");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Idempotency-Key", key);
        }

        edit?.Invoke(request);
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, Encoding.UTF8.GetString(bytes));
    }

    public static HttpRequestMessage Request(string method, string path, HttpContent? content = null) =>
        new(new HttpMethod(method), path) { Content = content, Version = HttpVersion.Version11 };

    public Task<Answer> StateAsync(string state, string action = "setup") =>
        PostAsync("/_simulator/states", new JsonObject { ["state"] = state, ["action"] = action });

    public Task<Answer> AdvanceAsync(double seconds) =>
        PostAsync("/_simulator/clock", new JsonObject { ["advance_seconds"] = seconds });

    public Task<Answer> PostAsync(string path, JsonNode body) =>
        SendAsync(Request("POST", path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")));

    /// <summary>What came back.</summary>
    internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
    {
        public JsonNode? Body => Text.Length == 0 ? null : JsonNode.Parse(Text);

        public string? Header(string name) => Headers.GetValueOrDefault(name);

        public string? Code => Body?["error_code"]?.GetValue<string>();

        public IEnumerable<string> Fields =>
            Body?["details"]?.AsArray().Select(d => d!["field"]!.GetValue<string>()) ?? [];
    }
}
