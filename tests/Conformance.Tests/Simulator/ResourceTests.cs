using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class ResourceTests
{
    [Test]
    public async Task A_new_resource_has_an_identifier_in_the_style_of_the_example_computed_fields_and_present_times()
    {
        await using var served = await Served.OrdersAsync();

        var created = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);

        created.Status.Should().Be(201);
        var order = created.Body!;
        order["order_id"]!.GetValue<string>().Should().Be("ORD-00000001");
        order["status"]!.GetValue<string>().Should().Be("pending");
        order["total_amount"]!.ToJsonString().Should().Be("59.98");
        order["tracking_url"]!.GetValue<string>().Should().Be("https://api.example.com/orders/ORD-00000001/track");
        created.Header("Location").Should().Be("/api/v1/orders/ORD-00000001");
        var createdAt = DateTimeOffset.Parse(order["created_at"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        createdAt.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(10));
        var delivery = DateTimeOffset.Parse(
            order["estimated_delivery"]!.GetValue<string>(),
            CultureInfo.InvariantCulture
        );
        (delivery - createdAt).Should().Be(TimeSpan.FromHours(5 * 24) - TimeSpan.FromMinutes(30));
    }

    [Test]
    public async Task A_created_resource_can_be_read_listed_and_found()
    {
        await using var served = await Served.OrdersAsync();
        var created = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid.Replace("CUST-12345", "CUST-2"));

        var read = await served.CallAsync("GET", created.Header("Location")!);
        var listed = await served.CallAsync("GET", "/api/v1/orders");
        var paged = await served.CallAsync("GET", "/api/v1/orders?limit=1&offset=1");
        var found = await served.CallAsync("GET", "/api/v1/search?customer_id=CUST-2");

        read.Status.Should().Be(200);
        read.Body!["customer_id"]!.GetValue<string>().Should().Be("CUST-12345");
        read.Body!["total_amount"]!.ToJsonString().Should().Be(created.Body!["total_amount"]!.ToJsonString());
        Ids(listed).Should().Equal("ORD-00000002", "ORD-00000001");
        Ids(paged).Should().Equal("ORD-00000001");
        Ids(found).Should().Equal("ORD-00000002");
    }

    [Test]
    public async Task A_transition_sets_its_fields_once_and_then_conflicts()
    {
        await using var served = await Served.OrdersAsync();
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);

        var cancelled = await served.CallAsync("POST", "/api/v1/orders/ORD-00000001/cancel");
        var again = await served.CallAsync("POST", "/api/v1/orders/ORD-00000001/cancel");

        cancelled.Status.Should().Be(200);
        cancelled.Body!["status"]!.GetValue<string>().Should().Be("cancelled");
        cancelled.Body!["updated_at"].Should().NotBeNull();
        (again.Status, again.Code).Should().Be((409, "CONFLICT"));
    }

    [Test]
    public async Task What_is_unknown_or_belongs_to_another_client_is_not_found()
    {
        await using var served = await Served.OrdersAsync();
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);
        var other = await served.TokenAsync(credentials: SimulatorCredentials.Second);

        var unknown = await served.CallAsync("GET", "/api/v1/orders/ORD-99999999");
        var foreign = await served.CallAsync("GET", "/api/v1/orders/ORD-00000001", token: other);

        (unknown.Status, unknown.Code).Should().Be((404, "NOT_FOUND"));
        (foreign.Status, foreign.Code).Should().Be((404, "NOT_FOUND"));
    }

    [Test]
    public async Task Fields_that_the_request_does_not_declare_are_not_taken_over()
    {
        await using var served = await Served.OrdersAsync();
        var body = JsonNode.Parse(Orders.Valid)!;
        body["status"] = "shipped";
        body["total_amount"] = 0.01;
        body["order_id"] = "ORD-MINE";

        var created = await served.CallAsync("POST", "/api/v1/orders", body.ToJsonString());

        created.Body!["status"]!.GetValue<string>().Should().Be("pending");
        created.Body!["total_amount"]!.ToJsonString().Should().Be("59.98");
        created.Body!["order_id"]!.GetValue<string>().Should().Be("ORD-00000001");
    }

    private static IEnumerable<string> Ids(Served.Answer answer) =>
        answer.Body!["orders"]!.AsArray().Select(o => o!["order_id"]!.GetValue<string>());
}
