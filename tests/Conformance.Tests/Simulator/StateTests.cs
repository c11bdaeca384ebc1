using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class StateTests
{
    [TestCase("Set product stock to 0", 409, "INSUFFICIENT_INVENTORY")]
    [TestCase("Configure payment service to decline", 402, "PAYMENT_FAILED")]
    [TestCase("set customer status to INACTIVE", 400, "INVALID_CUSTOMER")]
    [TestCase("Configure order service to fail", 500, "INTERNAL_ERROR")]
    [TestCase("Take order service down for maintenance", 503, "SERVICE_UNAVAILABLE")]
    public async Task A_scenarios_setup_makes_its_operation_answer_as_expected_until_teardown(
        string state,
        int status,
        string code
    )
    {
        await using var served = await Served.OrdersAsync();

        (await served.StateAsync(state)).Status.Should().Be(200);
        var during = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);
        var invalid = await served.CallAsync("POST", "/api/v1/orders", "{}");
        await served.StateAsync(state, "teardown");
        var after = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);

        (during.Status, during.Code).Should().Be((status, code));
        invalid.Code.Should().Be("VALIDATION_ERROR");
        after.Status.Should().Be(201);
        var listed = await served.CallAsync("GET", "/api/v1/orders");
        listed.Body!["orders"]!.AsArray().Should().HaveCount(1);
    }

    [Test]
    public async Task States_are_also_taken_where_the_environment_says_with_the_body_of_Pacts_verifiers()
    {
        await using var served = await Served.OrdersAsync();
        var body = JsonNode.Parse(
            """{"consumer":"Client","state":"Products are in stock","states":["x"],"params":{"a":1},"action":"setup"}"""
        )!;

        (await served.PostAsync("/provider-states", body)).Status.Should().Be(200);
        (await served.CallAsync("POST", "/api/v1/orders", Orders.Valid)).Status.Should().Be(201);
    }

    [Test]
    public async Task An_unknown_state_is_refused_with_the_known_ones()
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.StateAsync("The moon is full");

        answer.Status.Should().Be(400);
        var known = answer.Body!["known_states"]!.AsArray().Select(s => s!.GetValue<string>());
        known.Should().Contain(["Set product stock to 0", "Valid customer account exists", "all data is cleared"]);
    }

    [Test]
    public async Task Built_in_states_clear_what_is_remembered()
    {
        await using var served = await Served.OrdersAsync();
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");

        await served.StateAsync("idempotency keys are forgotten");
        (await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1")).Status.Should().Be(201);
        await served.StateAsync("rate limit is reset");
        var fresh = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-2");
        fresh.Header("X-RateLimit-Remaining").Should().Be("99");
        await served.StateAsync("all data is cleared");
        (await served.CallAsync("GET", "/api/v1/orders")).Body!["orders"]!.AsArray().Should().BeEmpty();
    }

    [TestCase("/_simulator/states", "{}")]
    [TestCase("/_simulator/states", "[1]")]
    [TestCase("/_simulator/clock", "{}")]
    [TestCase("/_simulator/clock", "{\"advance_seconds\":-1}")]
    [TestCase("/_simulator/clock", "{\"advance_seconds\":\"1\"}")]
    [TestCase("/_simulator/clock", "{\"advance_seconds\":1e300}")]
    public async Task A_wrong_control_request_is_refused(string path, string body)
    {
        await using var served = await Served.OrdersAsync();

        (await served.PostAsync(path, JsonNode.Parse(body)!)).Status.Should().Be(400);
    }

    [Test]
    public async Task The_Date_of_answers_follows_the_test_clock()
    {
        await using var served = await Served.OrdersAsync();
        var before = (await served.CallAsync("GET", "/api/v1/orders")).Header("Date")!;

        await served.AdvanceAsync(3600 * 24 * 40);
        var after = await served.SendAsync(Served.Request("GET", "/api/v1/orders"));

        var (first, second) = (DateTimeOffset.Parse(before), DateTimeOffset.Parse(after.Header("Date")!));
        (second - first).Should().BeCloseTo(TimeSpan.FromDays(40), TimeSpan.FromMinutes(1));
    }
}
