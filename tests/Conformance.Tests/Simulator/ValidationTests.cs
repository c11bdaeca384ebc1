using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class ValidationTests
{
    private const string Item = """{"product_id":"SKU-001","quantity":1}""";

    [TestCase("""{"items":[{"product_id":"SKU-001","quantity":1}]}""", "customer_id")]
    [TestCase("""{"customer_id":"C1","items":[]}""", "items")]
    [TestCase("""{"customer_id":"C1","items":[{"product_id":"S","quantity":0}]}""", "items[0].quantity")]
    [TestCase("""{"customer_id":"C1","items":[{"product_id":"S","quantity":1000}]}""", "items[0].quantity")]
    [TestCase("""{"customer_id":"C1","items":[{"product_id":"S","quantity":1.5}]}""", "items[0].quantity")]
    [TestCase("""{"customer_id":"C1","items":[{"product_id":"S","quantity":"1"}]}""", "items[0].quantity")]
    [TestCase("""{"customer_id":"C1","items":[{"product_id":"S","quantity":1e400}]}""", "items[0].quantity")]
    [TestCase("""{"customer_id":null,"items":[{"product_id":"S","quantity":1}]}""", "customer_id")]
    [TestCase("""{"customer_id":"with space","items":[{"product_id":"S","quantity":1}]}""", "customer_id")]
    [TestCase("""[]""", "body")]
    [TestCase("""null""", "body")]
    public async Task A_violation_is_reported_with_its_field(string body, string field)
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync("POST", "/api/v1/orders", body);

        (answer.Status, answer.Code).Should().Be((400, "VALIDATION_ERROR"));
        answer.Fields.Should().Equal(field);
        answer.Body!["request_id"]!.GetValue<string>().Should().Be(answer.Header("X-Request-ID"));
        answer.Body!["timestamp"]!.GetValue<string>().Should().MatchRegex("^[0-9-]{10}T[0-9:]{8}Z$");
    }

    [Test]
    public async Task All_violations_are_reported_headers_included()
    {
        await using var served = await Served.OrdersAsync();
        const string Body = """
            {"items":[{"product_id":"S","quantity":0},{"quantity":1}],
             "shipping_address":{"street":"s","city":"c","postal_code":"1234","country":"XX"}}
            """;

        var answer = await served.CallAsync(
            "POST",
            "/api/v1/orders",
            Body,
            edit: r => r.Headers.Remove("X-Request-ID")
        );

        answer
            .Fields.Should()
            .BeEquivalentTo(
                "X-Request-ID",
                "customer_id",
                "items[0].quantity",
                "items[1].product_id",
                "shipping_address.postal_code",
                "shipping_address.country"
            );
    }

    [TestCase("{\"customer_id\":\"C\",\"items\":[" + Item + "]")]
    [TestCase("{\"customer_id\":\"C\",\"items\":[" + Item + ",]}")]
    [TestCase("{\"customer_id\":\"C\",\"customer_id\":\"D\",\"items\":[" + Item + "]}")]
    [TestCase("{\"customer_id\":\"\\ud800\",\"items\":[" + Item + "]}")]
    [TestCase("\uFEFF{\"customer_id\":\"C\",\"items\":[" + Item + "]}")]
    [TestCase("{\"customer_id\":NaN}")]
    [TestCase("/* */ {}")]
    [TestCase(" ")]
    public async Task What_is_not_strictly_JSON_is_a_validation_error(string body)
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync("POST", "/api/v1/orders", body);

        (answer.Status, answer.Code).Should().Be((400, "VALIDATION_ERROR"));
        answer.Fields.Should().Equal("body");
    }

    [Test]
    public async Task Deep_nesting_invalid_UTF8_and_an_empty_body_are_validation_errors()
    {
        await using var served = await Served.OrdersAsync();
        byte[][] bodies = [Encoding.UTF8.GetBytes(new string('[', 10_000)), [0x22, 0xC3, 0x28, 0x22], []];

        foreach (var body in bodies)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var answer = await served.CallAsync("POST", "/api/v1/orders", edit: r => r.Content = content);
            (answer.Status, answer.Code).Should().Be((400, "VALIDATION_ERROR"));
        }
    }

    [TestCase("text/plain", 400)]
    [TestCase(null, 400)]
    [TestCase("application/json; charset=iso-8859-1", 400)]
    [TestCase("application/json; charset=UTF-8", 201)]
    [TestCase("Application/JSON", 201)]
    public async Task The_content_type_must_be_the_declared_one(string? contentType, int status)
    {
        await using var served = await Served.OrdersAsync();
        var content = new StringContent(Orders.Valid);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType is null ? [] : [contentType]);

        var answer = await served.CallAsync("POST", "/api/v1/orders", edit: r => r.Content = content);

        answer.Status.Should().Be(status);
    }

    [TestCase("X-Request-ID", "not-a-uuid")]
    [TestCase("X-Request-ID", "00000000-0000-4000-8000-00000000000Z")]
    public async Task A_malformed_header_is_a_validation_error_and_is_not_echoed(string name, string value)
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync(
            "POST",
            "/api/v1/orders",
            Orders.Valid,
            edit: r =>
            {
                r.Headers.Remove(name);
                r.Headers.TryAddWithoutValidation(name, value);
            }
        );

        answer.Status.Should().Be(400);
        answer.Fields.Should().Equal(name);
        answer.Header(name).Should().NotBe(value);
    }

    [TestCase("/api/v1/orders?limit=0", "limit")]
    [TestCase("/api/v1/orders?limit=101", "limit")]
    [TestCase("/api/v1/orders?limit=abc", "limit")]
    [TestCase("/api/v1/orders?limit=1&limit=2", "limit")]
    [TestCase("/api/v1/orders?offset=-1", "offset")]
    [TestCase("/api/v1/search", "customer_id")]
    public async Task A_malformed_query_is_a_validation_error(string path, string field)
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync("GET", path);

        (answer.Status, answer.Code).Should().Be((400, "VALIDATION_ERROR"));
        answer.Fields.Should().Equal(field);
    }

    [Test]
    public async Task A_body_over_the_size_cap_is_answered_413()
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync("POST", "/api/v1/orders", new string(' ', 10 * 1024 * 1024));

        answer.Status.Should().Be(413);
        answer.Code.Should().NotBeNull();
    }

    [Test]
    public async Task Another_contract_is_refused_in_its_own_words()
    {
        await using var served = await Served.StartAsync(Served.Load("parcels.yaml"));
        var request = Served.Request("POST", "/v2/parcels", new StringContent("""{"service":"teleport"}"""));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Carrier-Key", Conformance.Simulator.SimulatorCredentials.Default.ApiKey);
        request.Headers.Add("Trace-Id", "8c8ed0ec-76c5-4e8a-8f7f-0e4a1a5b7a30");
        request.Headers.Add("Idempotency-Key", "short");

        var answer = await served.SendAsync(request);

        answer.Status.Should().Be(422);
        var error = answer.Body!["error"]!;
        error["type"]!.GetValue<string>().Should().Be("invalid_booking");
        error["trace_id"]!.GetValue<string>().Should().Be("8c8ed0ec-76c5-4e8a-8f7f-0e4a1a5b7a30");
        error["at"].Should().NotBeNull();
        error["params"]!
            .AsArray()
            .Select(p => p!["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("Idempotency-Key", "service", "weight_grams", "recipient");
    }
}
