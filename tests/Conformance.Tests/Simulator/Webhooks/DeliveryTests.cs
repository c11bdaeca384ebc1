using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator.Webhooks;

public sealed class DeliveryTests
{
    private const string Secret = "a-secret-of-the-test";
    private Subscriber _subscriber = null!;
    private Served _served = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _subscriber = await Subscriber.StartAsync();
        _served = await Served.OrdersAsync();
        (await RegisterAsync()).Status.Should().Be(200);
    }

    [TearDown]
    public async Task EndAsync()
    {
        await _served.DisposeAsync();
        await _subscriber.DisposeAsync();
    }

    [Test]
    public async Task A_new_resource_is_told_with_the_declared_envelope_and_fields()
    {
        var order = await CreateAsync();

        var delivery = (await _subscriber.WaitAsync(1)).Single();

        delivery.Method.Should().Be("POST");
        delivery.Header("Content-Type").Should().Be("application/json");
        delivery.Text("event_type").Should().Be("order.created");
        delivery.Text("event_id").Should().NotBeEmpty();
        DateTimeOffset.Parse(delivery.Text("timestamp")).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), Minute);
        delivery.Text("data.object_type").Should().Be("order");
        delivery.Text("data.object_id").Should().Be(order["order_id"]!.ToString());
        delivery.Text("data.order_id").Should().Be(order["order_id"]!.ToString());
        delivery.Text("data.customer_id").Should().Be("CUST-12345");
        delivery.Text("data.total_amount").Should().Be(order["total_amount"]!.ToString());
        delivery.Json["data"]!["items"]!.AsArray().Should().HaveCount(1);
    }

    [Test]
    public async Task The_signature_covers_the_very_bytes_and_the_time_is_that_of_the_attempt()
    {
        await CreateAsync();

        var delivery = (await _subscriber.WaitAsync(1)).Single();

        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), delivery.Body);
        delivery.Header("X-Webhook-Signature").Should().Be($"sha256={Convert.ToHexStringLower(digest)}");
        var stamp = DateTimeOffset.FromUnixTimeSeconds(long.Parse(delivery.Header("X-Webhook-Timestamp")!));
        stamp.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), Minute);
    }

    [Test]
    public async Task What_changes_nothing_is_told_to_nobody()
    {
        var order = await CreateAsync("key-1");
        await _served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-1");
        await _served.CallAsync("POST", "/api/v1/orders", Orders.Other, "key-1");
        await _served.CallAsync("POST", "/api/v1/orders", "{}");
        await _served.CallAsync("GET", $"/api/v1/orders/{order["order_id"]}");
        await CancelAsync(order);
        await CancelAsync(order);

        await _subscriber.WaitAsync(3);

        (await QuietAsync())
            .Select(d => d.Text("event_type"))
            .Should()
            .BeEquivalentTo(["order.created", "order.updated", "order.cancelled"]);
    }

    [Test]
    public async Task A_transition_is_told_with_the_state_before_and_after()
    {
        await CancelAsync(await CreateAsync());

        var told = await _subscriber.WaitAsync(2, d => d.Text("event_type") != "order.created");

        told.Should().OnlyContain(d => d.Text("data.previous_status") == "pending");
        told.Should().OnlyContain(d => d.Text("data.current_status") == "cancelled");
        told.Should().OnlyContain(d => d.Text("data.changes.status") == "cancelled");
        told.Select(d => d.Text("event_id")).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Who_does_not_want_an_event_is_not_told_of_it()
    {
        await RegisterAsync(new JsonArray("order.cancelled"));
        await CancelAsync(await CreateAsync());

        await _subscriber.WaitAsync(1);

        (await QuietAsync()).Select(d => d.Text("event_type")).Should().Equal("order.cancelled");
    }

    [Test]
    public async Task After_teardown_nobody_is_told_any_more()
    {
        await _served.StateAsync("webhooks are delivered", "teardown");
        await CreateAsync();

        (await QuietAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_failed_delivery_is_repeated_on_schedule_with_the_same_message_until_the_last_attempt()
    {
        _subscriber.Answer = (_, _) => Task.FromResult(500);
        await CreateAsync();
        await _subscriber.WaitAsync(1);
        foreach (var (attempt, step) in new[] { (2, 60), (3, 240), (4, 1500), (5, 5400) })
        {
            await _served.AdvanceAsync(step - 10);
            (await QuietAsync()).Should().HaveCount(attempt - 1);
            await _served.AdvanceAsync(10);
            await _subscriber.WaitAsync(attempt);
        }

        await _served.AdvanceAsync(100_000);
        var attempts = await QuietAsync();

        attempts.Should().HaveCount(5);
        attempts.Select(a => Encoding.UTF8.GetString(a.Body)).Distinct().Should().ContainSingle();
        var stamps = attempts.Select(a => long.Parse(a.Header("X-Webhook-Timestamp")!)).ToList();
        stamps.Select(s => s - stamps[0]).Should().Equal([0, 60, 300, 1800, 7200], (a, b) => Math.Abs(a - b) <= 2);
    }

    [TestCase(202)]
    [TestCase(299)]
    public async Task Any_2xx_ends_it(int status)
    {
        _subscriber.Answer = (_, _) => Task.FromResult(status);
        await CreateAsync();
        await _subscriber.WaitAsync(1);

        await _served.AdvanceAsync(100_000);

        (await QuietAsync()).Should().ContainSingle();
    }

    [TestCase(302)]
    [TestCase(404)]
    [TestCase(410)]
    public async Task Any_other_status_is_a_failure_and_redirects_are_not_followed(int status)
    {
        _subscriber.Answer = (d, context) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return Task.FromResult(d.Number == 1 ? status : 200);
        };
        await CreateAsync();
        await _subscriber.WaitAsync(1);
        (await QuietAsync()).Should().ContainSingle();

        await _served.AdvanceAsync(60);

        (await _subscriber.WaitAsync(2)).Should().OnlyContain(d => d.Path == "/hooks");
    }

    [Test]
    public async Task An_answer_is_waited_for_as_long_as_declared_and_no_longer()
    {
        var late = new TaskCompletionSource();
        _subscriber.Answer = async (d, _) =>
        {
            await (d.Number == 1 ? late.Task : Task.CompletedTask);
            return 200;
        };
        await CreateAsync();
        await _subscriber.WaitAsync(1);
        await _served.AdvanceAsync(31);
        late.SetResult();
        await _served.AdvanceAsync(30);

        (await _subscriber.WaitAsync(2)).Should().HaveCount(2);
    }

    [Test]
    public async Task An_answer_just_in_time_counts()
    {
        var late = new TaskCompletionSource();
        _subscriber.Answer = async (_, _) =>
        {
            await late.Task;
            return 200;
        };
        await CreateAsync();
        await _subscriber.WaitAsync(1);
        await _served.AdvanceAsync(25);
        late.SetResult();
        await _served.AdvanceAsync(60);

        (await QuietAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task A_subscriber_who_is_down_is_told_when_it_is_back()
    {
        var url = _subscriber.Url;
        await _subscriber.DisposeAsync();
        await CreateAsync();
        await _served.AdvanceAsync(30);
        _subscriber = await Subscriber.StartAsync(url.Port);

        await _served.AdvanceAsync(30);

        (await _subscriber.WaitAsync(1)).Should().ContainSingle();
    }

    [Test]
    public async Task The_api_answers_while_a_subscriber_does_not_and_the_server_ends_at_once()
    {
        _subscriber.Answer = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return 200;
        };
        var started = TimeProvider.System.GetTimestamp();
        await CancelAsync(await CreateAsync());
        await _subscriber.WaitAsync(3);

        await _served.DisposeAsync();

        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task A_time_scale_shortens_the_whole_schedule()
    {
        await using var served = await Served.StartAsync(
            Served.Text(
                """
                info: { title: Bells, version: 1.0.0 }
                endpoints:
                  - operation_id: ring
                    method: POST
                    path: /bell
                    responses: { 204: { description: Rung } }
                webhooks:
                  retry_policy:
                    schedule: ["Immediate", "10 minutes", "20 minutes"]
                    schedule_meaning: gaps
                    success_criteria: "HTTP 2xx response within 10 minutes"
                  events:
                    bell.rung: { triggered_by: [ring], payload: { loudness: "integer" } }
                """
            ),
            new SimulatorOptions { TimeScale = 3600, Webhooks = new(_subscriber.Url, "") }
        );
        _subscriber.Answer = (_, _) => Task.FromResult(503);

        await served.SendAsync(Served.Request("POST", "/bell"));

        (await _subscriber.WaitAsync(3)).Select(d => d.Text("loudness")).Distinct().Should().ContainSingle();
    }

    [TestCase("""{}""")]
    [TestCase("""{"url":"ftp://somewhere","secret":"s"}""")]
    [TestCase("""{"url":"http://localhost:1"}""")]
    public async Task A_registration_that_cannot_be_used_is_refused(string parameters)
    {
        var answer = await _served.PostAsync(
            "/_simulator/states",
            new JsonObject { ["state"] = "webhooks are delivered", ["params"] = JsonNode.Parse(parameters) }
        );

        answer.Status.Should().Be(400);
        answer.Text.Should().Contain("params");
    }

    private static TimeSpan Minute => TimeSpan.FromMinutes(1);

    private Task<Served.Answer> RegisterAsync(JsonArray? events = null) =>
        _served.PostAsync(
            "/_simulator/states",
            new JsonObject
            {
                ["state"] = "webhooks are delivered",
                ["action"] = "setup",
                ["params"] = new JsonObject
                {
                    ["url"] = _subscriber.Url.ToString(),
                    ["secret"] = Secret,
                    ["events"] = events,
                },
            }
        );

    private async Task<JsonNode> CreateAsync(string? key = null)
    {
        var answer = await _served.CallAsync("POST", "/api/v1/orders", Orders.Valid, key);
        answer.Status.Should().Be(201);
        return answer.Body!;
    }

    private Task<Served.Answer> CancelAsync(JsonNode order) =>
        _served.CallAsync("POST", $"/api/v1/orders/{order["order_id"]}/cancel");

    /// <summary>What has come, once nothing is due or under way: the test clock waits for that before it moves.</summary>
    private async Task<IReadOnlyList<Subscriber.Received>> QuietAsync()
    {
        await _served.AdvanceAsync(0);
        return _subscriber.All;
    }
}
