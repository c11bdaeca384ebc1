using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class IdempotencyTests
{
    [Test]
    public async Task The_same_request_again_is_answered_200_with_the_same_resource()
    {
        await using var served = await Served.OrdersAsync();

        var first = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");
        var respelt = Orders.Valid.Replace("\"quantity\":2", "\"quantity\" : 2.0");
        var second = await served.CallAsync("POST", "/api/v1/orders", respelt, "key-1");

        (first.Status, second.Status).Should().Be((201, 200));
        second.Body!["order_id"]!.GetValue<string>().Should().Be(first.Body!["order_id"]!.GetValue<string>());
        second.Header("Location").Should().BeNull();
        (await CountAsync(served)).Should().Be(1);
    }

    [Test]
    public async Task Another_payload_under_a_used_key_is_a_conflict_that_names_the_existing_resource()
    {
        await using var served = await Served.OrdersAsync();
        var first = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");

        var second = await served.CallAsync("POST", "/api/v1/orders", Orders.Other, "key-1");

        (second.Status, second.Code).Should().Be((409, "DUPLICATE_ORDER"));
        second.Body!["existing_order_id"]!.ToString().Should().Be(first.Body!["order_id"]!.ToString());
        (await CountAsync(served)).Should().Be(1);
    }

    [Test]
    public async Task Of_simultaneous_requests_with_one_key_exactly_one_creates()
    {
        await using var served = await Served.OrdersAsync();
        await served.TokenAsync();
        for (var round = 0; round < 5; round++)
        {
            await served.StateAsync("rate limit is reset");
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 10)
                    .Select(_ => served.CallAsync("POST", "/api/v1/orders", Orders.Valid, $"round-{round}"))
            );

            answers.Count(a => a.Status == 201).Should().Be(1);
            answers
                .Should()
                .OnlyContain(a => a.Status == 201 || a.Status == 200 || a.Code == "IDEMPOTENCY_IN_PROGRESS");
            answers
                .Where(a => a.Status < 300)
                .Select(a => a.Body!["order_id"]!.ToString())
                .Distinct()
                .Should()
                .HaveCount(1);
            (await CountAsync(served)).Should().Be(round + 1);
        }
    }

    [Test]
    public async Task A_key_belongs_to_one_client()
    {
        await using var served = await Served.OrdersAsync();
        var other = await served.TokenAsync(credentials: SimulatorCredentials.Second);

        var first = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");
        var second = await served.CallAsync("POST", "/api/v1/orders", Orders.Other, "key-1", other);

        (first.Status, second.Status).Should().Be((201, 201));
    }

    [Test]
    public async Task A_key_is_forgotten_after_its_retention_and_not_before()
    {
        await using var served = await Served.OrdersAsync();
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");

        await served.AdvanceAsync(24 * 3600 - 60);
        var token = await served.TokenAsync();
        (await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1", token)).Status.Should().Be(200);

        await served.AdvanceAsync(120);
        (await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1", token)).Status.Should().Be(201);
    }

    [Test]
    public async Task A_refused_request_does_not_occupy_its_key()
    {
        await using var served = await Served.OrdersAsync();

        var invalid = await served.CallAsync("POST", "/api/v1/orders", "{}", "key-1");
        await served.StateAsync("Configure payment service to decline");
        var declined = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");
        await served.StateAsync("Configure payment service to decline", "teardown");
        var valid = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");

        (invalid.Status, declined.Status, valid.Status).Should().Be((400, 402, 201));
    }

    [Test]
    public async Task A_replay_obeys_the_authorization_of_now()
    {
        await using var served = await Served.OrdersAsync();
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");

        var reader = await served.TokenAsync("read");

        (await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1", reader)).Status.Should().Be(403);
    }

    [TestCase(0)]
    [TestCase(256)]
    public async Task A_key_outside_its_declared_length_is_refused(int length)
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, new string('k', length));

        (answer.Status, answer.Code).Should().Be((400, "VALIDATION_ERROR"));
        answer.Fields.Should().Equal("X-Idempotency-Key");
    }

    [Test]
    public async Task Without_a_key_every_request_creates()
    {
        await using var served = await Served.OrdersAsync();

        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);
        await served.CallAsync("POST", "/api/v1/orders", Orders.Valid);

        (await CountAsync(served)).Should().Be(2);
    }

    private static async Task<int> CountAsync(Served served) =>
        (await served.CallAsync("GET", "/api/v1/orders?limit=100")).Body!["orders"]!.AsArray().Count;
}
