using System.Net.Http.Headers;
using System.Text;
using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class AccessTests
{
    [Test]
    public async Task Credentials_are_judged_before_the_request_is_looked_at()
    {
        await using var served = await Served.OrdersAsync();
        var request = Served.Request(
            "POST",
            "/api/v1/orders",
            new StringContent("garbage", Encoding.UTF8, "text/plain")
        );

        var answer = await served.SendAsync(request);

        (answer.Status, answer.Code).Should().Be((401, "UNAUTHORIZED"));
        answer
            .Header("WWW-Authenticate")
            .Should()
            .Be("Bearer realm=\"Orders API\"", "BRR-03: no error for no credentials");
        answer.Header("X-RateLimit-Remaining").Should().Be("100", "a refused caller uses nothing up");
    }

    [TestCase("Bearer nonsense", "error=\"invalid_token\"")]
    [TestCase("Basic abc", "realm=\"Orders API\"")]
    [TestCase("Bearer ", "realm=\"Orders API\"")]
    public async Task A_wrong_credential_is_answered_401_with_a_challenge(string credential, string challenge)
    {
        await using var served = await Served.OrdersAsync();
        var request = Served.Request("GET", "/api/v1/orders");
        request.Headers.TryAddWithoutValidation("Authorization", credential);

        var answer = await served.SendAsync(request);

        answer.Status.Should().Be(401);
        answer.Header("WWW-Authenticate").Should().Contain(challenge);
    }

    [Test]
    public async Task The_scheme_is_case_insensitive_and_a_token_in_the_query_is_none()
    {
        await using var served = await Served.OrdersAsync();
        var token = await served.TokenAsync();
        var lower = Served.Request("GET", "/api/v1/orders");
        lower.Headers.TryAddWithoutValidation("Authorization", $"bEaReR {token}");

        (await served.SendAsync(lower)).Status.Should().Be(200);
        (await served.SendAsync(Served.Request("GET", $"/api/v1/orders?access_token={token}"))).Status.Should().Be(401);
    }

    [Test]
    public async Task A_token_without_the_scope_is_refused_with_403()
    {
        await using var served = await Served.OrdersAsync();
        var reader = await served.TokenAsync("read");

        var answer = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, token: reader);

        (answer.Status, answer.Code).Should().Be((403, "FORBIDDEN"));
        answer.Header("WWW-Authenticate").Should().Contain("error=\"insufficient_scope\", scope=\"write\"");
        (await served.CallAsync("GET", "/api/v1/orders", token: reader)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_token_ends_with_its_time_and_not_with_the_next_one()
    {
        await using var served = await Served.OrdersAsync();
        var first = await served.TokenAsync();
        await served.AdvanceAsync(3590);
        var second = await served.TokenAsync();

        second.Should().NotBe(first);
        (await served.CallAsync("GET", "/api/v1/orders", token: first)).Status.Should().Be(200);

        await served.AdvanceAsync(20);
        (await served.CallAsync("GET", "/api/v1/orders", token: first)).Status.Should().Be(401);
        (await served.CallAsync("GET", "/api/v1/orders", token: second)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_token_response_is_as_declared_and_not_to_be_stored()
    {
        await using var served = await Served.OrdersAsync();

        var answer = await TokenAsync(served, "grant_type=client_credentials&scope=read&foo=bar", Basic());

        answer.Status.Should().Be(200);
        answer.Body!["token_type"]!.GetValue<string>().Should().Be("Bearer");
        answer.Body!["expires_in"]!.GetValue<int>().Should().Be(3600);
        answer.Body!["scope"]!.GetValue<string>().Should().Be("read");
        answer.Body!["refresh_token"].Should().BeNull();
        answer.Header("Cache-Control").Should().Be("no-store");
        answer.Header("Date").Should().NotBeNull();
    }

    [TestCase("grant_type=client_credentials&client_id=simulated-client-1&client_secret=wrong", 401, "invalid_client")]
    [TestCase("grant_type=client_credentials", 401, "invalid_client")]
    [TestCase("client_id=simulated-client-1&client_secret=simulated-secret-1-7f3b9c", 400, "invalid_request")]
    [TestCase(Credentials + "&grant_type=password", 400, "unsupported_grant_type")]
    [TestCase(Credentials + "&grant_type=client_credentials&grant_type=client_credentials", 400, "invalid_request")]
    [TestCase(Credentials + "&grant_type=client_credentials&scope=nosuch", 400, "invalid_scope")]
    [TestCase(Credentials + "&grant_type=client_credentials&scope=bad%22quote", 400, "invalid_scope")]
    public async Task A_wrong_token_request_is_answered_as_RFC_6749_says(string form, int status, string error)
    {
        await using var served = await Served.OrdersAsync();

        var answer = await TokenAsync(served, form, null);

        answer.Status.Should().Be(status);
        answer.Body!["error"]!.GetValue<string>().Should().Be(error);
        answer.Headers.ContainsKey("WWW-Authenticate").Should().Be(status == 401);
    }

    [Test]
    public async Task A_token_request_by_GET_or_as_JSON_or_with_two_credentials_yields_no_token()
    {
        await using var served = await Served.OrdersAsync();
        var json = new StringContent("{\"grant_type\":\"client_credentials\"}", Encoding.UTF8, "application/json");

        var get = await served.SendAsync(
            Served.Request("GET", $"/oauth/token?grant_type=client_credentials&{Credentials}")
        );
        var asJson = await served.SendAsync(Served.Request("POST", "/oauth/token", json));
        var both = await TokenAsync(served, $"{Credentials}&grant_type=client_credentials", Basic());

        (get.Status, get.Header("Allow")).Should().Be((405, "POST"));
        asJson.Body!["error"]!.GetValue<string>().Should().Be("invalid_request");
        both.Body!["error"]!.GetValue<string>().Should().Be("invalid_request");
    }

    [Test]
    public async Task An_api_key_is_taken_from_its_header_only()
    {
        await using var served = await Served.StartAsync(Served.Load("parcels.yaml"));
        var key = SimulatorCredentials.Default.ApiKey;
        var withKey = Served.Request("GET", "/v2/parcels");
        withKey.Headers.Add("X-Carrier-Key", key);

        (await served.SendAsync(withKey)).Status.Should().Be(200);
        var inQuery = await served.SendAsync(Served.Request("GET", $"/v2/parcels?X-Carrier-Key={key}"));
        inQuery.Status.Should().Be(401);
        inQuery.Header("WWW-Authenticate").Should().StartWith("ApiKey realm=");
        inQuery.Body!["error"]!["type"]!.GetValue<string>().Should().Be("bad_key");
        SimulatorCredentials.Default.ConfigurationFor(served.Specification)["CARRIER_KEY"].Should().Be(key);
    }

    private const string Credentials = "client_id=simulated-client-1&client_secret=simulated-secret-1-7f3b9c";

    private static AuthenticationHeaderValue Basic()
    {
        var client = SimulatorCredentials.Default;
        var pair = Encoding.UTF8.GetBytes($"{client.ClientId}:{Uri.EscapeDataString(client.ClientSecret)}");
        return new("Basic", Convert.ToBase64String(pair));
    }

    private static Task<Served.Answer> TokenAsync(Served served, string form, AuthenticationHeaderValue? credentials)
    {
        var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        var request = Served.Request("POST", "/oauth/token", content);
        request.Headers.Authorization = credentials;
        return served.SendAsync(request);
    }
}
