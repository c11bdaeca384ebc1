using System.Globalization;
using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class RateLimitTests
{
    private const string Search = "/api/v1/search?customer_id=C";

    [Test]
    public async Task The_limit_and_its_burst_are_kept_exactly_and_the_headers_count_down()
    {
        await using var served = await Served.OrdersAsync();

        var answers = new List<Served.Answer>();
        do
        {
            answers.Add(await served.CallAsync("GET", Search));
        } while (answers[^1].Status == 200 && answers.Count < 200);

        answers.Should().HaveCount(91, "60 per minute and half as many again");
        answers.Select(a => Number(a, "X-RateLimit-Limit")).Should().OnlyContain(l => l == 60);
        answers
            .Select(a => Number(a, "X-RateLimit-Remaining"))
            .Should()
            .Equal(Enumerable.Range(0, 91).Select(i => (long)Math.Max(0, 59 - i)));
        answers.Select(a => Number(a, "X-RateLimit-Reset")).Distinct().Should().HaveCount(1);
        var limited = answers[^1];
        (limited.Status, limited.Code).Should().Be((429, "RATE_LIMIT_EXCEEDED"));
        limited.Body!["retry_after"]!.GetValue<long>().Should().Be(Number(limited, "Retry-After"));
        var date = DateTimeOffset.Parse(limited.Header("Date")!, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        (date + Number(limited, "Retry-After")).Should().BeCloseTo(Number(limited, "X-RateLimit-Reset"), 1);
    }

    [Test]
    public async Task After_the_wait_that_was_told_requests_are_served_again_and_not_before()
    {
        await using var served = await Served.OrdersAsync();
        var limited = await ExhaustAsync(served);

        await served.AdvanceAsync(Number(limited, "Retry-After") - 2);
        (await served.CallAsync("GET", Search)).Status.Should().Be(429);
        await served.AdvanceAsync(2);
        var served2 = await served.CallAsync("GET", Search);

        (served2.Status, Number(served2, "X-RateLimit-Remaining")).Should().Be((200, 59));
    }

    [Test]
    public async Task Buckets_of_operations_and_clients_are_separate()
    {
        await using var served = await Served.OrdersAsync();
        await ExhaustAsync(served);
        var other = await served.TokenAsync(credentials: SimulatorCredentials.Second);
        var renewed = await served.TokenAsync();

        Number(await served.CallAsync("GET", "/api/v1/orders"), "X-RateLimit-Remaining").Should().Be(299);
        (await served.CallAsync("GET", Search, token: other)).Status.Should().Be(200);
        (await served.CallAsync("GET", Search, token: renewed)).Status.Should().Be(429, "a new token is no new client");
    }

    [Test]
    public async Task An_operation_without_limits_of_its_own_has_the_default_ones_and_the_tightest_is_told()
    {
        await using var served = await Served.OrdersAsync();

        var answer = await served.CallAsync("GET", "/api/v1/orders/ORD-00000009");

        answer.Status.Should().Be(404);
        Number(answer, "X-RateLimit-Limit").Should().Be(100);
        Number(answer, "X-RateLimit-Remaining").Should().Be(99);
    }

    [Test]
    public async Task A_refused_request_has_no_effect()
    {
        var specification = Served.Load("orders.yaml");
        await using var served = await Served.StartAsync(specification);
        Served.Answer answer;
        var created = 0;
        do
        {
            answer = await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, $"key-{created}");
            created += answer.Status == 201 ? 1 : 0;
        } while (answer.Status == 201);

        created.Should().Be(150);
        await served.AdvanceAsync(61);
        (await served.CallAsync("POST", "/api/v1/orders", Orders.Valid, "key-150")).Status.Should().Be(201);
        var last = await served.CallAsync("GET", "/api/v1/orders?limit=1&offset=150");
        last.Body!["orders"]!.AsArray().Should().HaveCount(1);
        var beyond = await served.CallAsync("GET", "/api/v1/orders?limit=1&offset=151");
        beyond.Body!["orders"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task An_environment_multiplies_the_limits()
    {
        var specification = Served.Load("orders.yaml");
        var options = new SimulatorOptions { Environment = specification.FindEnvironment("sandbox") };
        await using var served = await Served.StartAsync(specification, options);

        Number(await served.CallAsync("GET", Search), "X-RateLimit-Limit").Should().Be(600);
    }

    [Test]
    public async Task A_faster_clock_shortens_the_window()
    {
        var options = new SimulatorOptions { TimeScale = 1000 };
        await using var served = await Served.StartAsync(Served.Load("orders.yaml"), options);
        var first = Number(await served.CallAsync("GET", Search), "X-RateLimit-Reset");

        var later = first;
        while (later == first)
        {
            var token = await served.TokenAsync();
            later = Number(await served.CallAsync("GET", Search, token: token), "X-RateLimit-Reset");
        }

        later.Should().BeGreaterThanOrEqualTo(first + 60);
    }

    private static async Task<Served.Answer> ExhaustAsync(Served served)
    {
        for (var i = 0; i < 90; i++)
        {
            await served.CallAsync("GET", Search);
        }

        var limited = await served.CallAsync("GET", Search);
        limited.Status.Should().Be(429);
        return limited;
    }

    private static long Number(Served.Answer answer, string header) =>
        long.Parse(answer.Header(header)!, CultureInfo.InvariantCulture);
}
