using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Execution;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

/// <summary>How often a target is asked. Alone: a busy machine moves arrivals together that were sent apart.</summary>
[NonParallelizable]
public sealed class CourtesyTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(400);

    [Test]
    public async Task No_window_of_the_target_ever_holds_more_than_the_limit()
    {
        var arrivals = new ConcurrentQueue<DateTimeOffset>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            arrivals.Enqueue(TimeProvider.System.GetUtcNow());
            return context.Response.WriteAsync("{}");
        });
        await using var session = Open(server, Contract.Limit(5, Window));

        var records = await Task.WhenAll(Enumerable.Range(0, 18).Select(_ => session.ExecuteAsync(Listing(), default)));

        records.Should().OnlyContain(r => r.Obstacle == null);
        var times = arrivals.Order().ToList();
        times.Should().HaveCount(18);
        for (var i = 5; i < times.Count; i++)
        {
            (times[i] - times[i - 5]).Should().BeGreaterThanOrEqualTo(Window - TimeSpan.FromMilliseconds(5));
        }
    }

    [Test]
    public async Task The_environments_factor_widens_the_limit()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("{}"));
        var tenfold = Contract.Environment with { RateLimitFactor = Contract.At(10m) };
        await using var session = Open(
            server,
            Contract.Limit(1, TimeSpan.FromHours(1)),
            o => o with { Environment = tenfold }
        );

        var records = await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => session.ExecuteAsync(Listing(), default)));

        records.Count(r => r.Obstacle is null).Should().Be(10);
        records.Single(r => r.Obstacle is not null).Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
    }

    [Test]
    public async Task Runs_that_share_a_target_share_its_limit()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("{}"));
        await using var session = Open(
            server,
            Contract.Limit(12, TimeSpan.FromHours(1)),
            o => o with { LimitShare = 4 }
        );

        var records = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => session.ExecuteAsync(Listing(), default)));

        records.Count(r => r.Obstacle is null).Should().Be(3, "the other nine are for the others");
    }

    [Test]
    public async Task A_wait_beyond_the_longest_allowed_is_an_obstacle_that_names_the_option()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("{}"));
        await using var session = Open(server, Contract.Limit(1, TimeSpan.FromHours(1)));
        await session.ExecuteAsync(Listing(), default);

        var record = await session.ExecuteAsync(Listing(), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
        record.Obstacle.Reason.Should().Contain("--max-wait").And.Contain("1 per 3600 s");
        server.Arrivals.Should().ContainSingle();
    }

    [Test]
    public async Task With_a_test_clock_the_window_is_skipped_instead_of_waited_for()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("{}"));
        await using var session = Open(
            server,
            Contract.Limit(2, TimeSpan.FromMinutes(1)),
            o => o with { TestClockUrl = "/clock" }
        );

        var records = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => session.ExecuteAsync(Listing(), default)));

        records.Should().OnlyContain(r => r.Obstacle == null);
        server.To("/things").Should().HaveCount(7);
        server.To("/clock").Should().HaveCountGreaterThanOrEqualTo(3).And.HaveCountLessThanOrEqualTo(7);
        records.SelectMany(r => r.Exchanges).Should().Contain(e => e.Purpose == ExchangePurpose.Clock);
    }

    [Test]
    public async Task Throttling_is_waited_out_repeated_and_counted()
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (++asked <= 2)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "60";
            }

            return Task.CompletedTask;
        });
        await using var session = Open(
            server,
            null,
            o => o with { Environment = Contract.Environment with { TimeScale = 600 } }
        );

        var record = await session.ExecuteAsync(Listing(), default);

        record.Obstacle.Should().BeNull();
        var exchange = record.Exchanges.Should().ContainSingle().Subject;
        exchange.Response!.Status.Should().Be(200);
        exchange.Throttled.Should().Be(2);
        record.Notes.Should().Contain(n => n.Contains("429") && n.Contains("60 s"));
    }

    [Test]
    public async Task Throttling_without_end_is_an_obstacle_and_no_failure()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
        await using var session = Open(
            server,
            null,
            o => o with { Environment = Contract.Environment with { TimeScale = 600 } }
        );

        var record = await session.ExecuteAsync(Listing(), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
        server.Arrivals.Should().HaveCount(6);
    }

    [Test]
    public async Task Throttling_that_asks_for_too_long_is_an_obstacle_at_once()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "86400";
            return Task.CompletedTask;
        });
        await using var session = Open(server, null);

        var record = await session.ExecuteAsync(Listing(), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
        server.Arrivals.Should().ContainSingle();
    }

    [Test]
    public async Task A_429_that_the_step_expects_is_not_repeated()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
        await using var session = Open(server, null);

        var record = await session.ExecuteAsync(
            Contract.Case(Contract.Send("list", Contract.Get(Contract.List), 429)),
            default
        );

        record.Obstacle.Should().BeNull();
        record.Exchanges.Single().Throttled.Should().Be(0);
    }

    [Test]
    public async Task A_limit_is_used_up_in_a_window_of_its_own_and_ordinary_requests_wait_until_it_is_over()
    {
        var target = new FixedWindowTarget(limit: 5);
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(
            server,
            Contract.Limit(5, TimeSpan.FromMinutes(1)),
            o => o with { TestClockUrl = "/clock" }
        );
        await session.ExecuteAsync(Listing(), default);
        var steps = new CaseStep[]
        {
            new CaseStep.SendUntilLimited("exhaust", Contract.Get(Contract.List), 20),
            new CaseStep.PassTime("wait", new TimeSource.RetryAfterOf("exhaust")),
            Contract.Send("again", Contract.Get(Contract.List), 200),
        };

        var record = await session.ExecuteAsync(Contract.Case(steps), default);
        var next = await session.ExecuteAsync(Listing(), default);

        record.Obstacle.Should().BeNull();
        record
            .Exchanges.Where(e => e.Step == "exhaust" && e.Purpose == ExchangePurpose.Step)
            .Select(e => e.Response!.Status)
            .Should()
            .Equal(200, 200, 200, 200, 200, 429);
        record.Exchanges[^1].Response!.Status.Should().Be(200);
        next.Exchanges[^1].Throttled.Should().Be(0);
    }

    [Test]
    public async Task Skipping_windows_by_the_clock_never_makes_a_request_one_too_many()
    {
        var target = new FixedWindowTarget(limit: 7);
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(
            server,
            Contract.Limit(7, TimeSpan.FromMinutes(1)),
            o => o with { TestClockUrl = "/clock" }
        );

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (_, token) => await session.ExecuteAsync(Listing(), token)
        );

        server.To("/things").Should().HaveCount(200);
        target.Refused.Should().Be(0);
    }

    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT", 3650 * 86400)]
    [TestCase("60", 60)]
    [TestCase("0", 0)]
    [TestCase(" 7 ", 7)]
    [TestCase("Mon, 15 Jan 2024 10:31:30 GMT", 90)]
    [TestCase("Mon, 15 Jan 2024 10:29:00 GMT", 0)]
    [TestCase("-1", null)]
    [TestCase("1.5", null)]
    [TestCase("60s", null)]
    [TestCase("99999999999", null)]
    [TestCase("Monday, 15-Jan-24 10:31:30 GMT", null)]
    [TestCase("", null)]
    public void Retry_After_is_read_as_the_standard_has_it(string value, int? seconds)
    {
        var response = new RecordedResponse(
            429,
            "",
            "1.1",
            [new("retry-after", value), new("Date", "Mon, 15 Jan 2024 10:30:00 GMT")],
            default,
            false
        );

        RetryAfter
            .Of(response, DateTimeOffset.UnixEpoch)
            .Should()
            .Be(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
    }

    [TestCase("2024-01-14T01:59:59Z", null)]
    [TestCase("2024-01-14T02:00:00Z", "2024-01-14T04:00:00Z")]
    [TestCase("2024-01-14T05:30:00+02:00", "2024-01-14T04:00:00Z")]
    [TestCase("2024-01-14T04:00:00Z", null)]
    [TestCase("2024-01-15T03:00:00Z", null)]
    public void A_maintenance_window_is_open_until_its_end(string now, string? end)
    {
        var environment = Contract.Environment with
        {
            MaintenanceWindow = new(DayOfWeek.Sunday, new TimeOnly(2, 0), new TimeOnly(4, 0), SourceLocation.None),
        };

        MaintenanceGate.OpenUntil(environment, Moment(now)).Should().Be(end is null ? null : Moment(end));
    }

    [TestCase("2024-01-13T23:30:00Z", "2024-01-14T01:00:00Z")]
    [TestCase("2024-01-14T00:30:00Z", "2024-01-14T01:00:00Z")]
    [TestCase("2024-01-14T01:30:00Z", null)]
    [TestCase("2024-01-13T22:30:00Z", null)]
    public void A_maintenance_window_may_reach_into_the_next_day(string now, string? end)
    {
        var environment = Contract.Environment with
        {
            MaintenanceWindow = new(DayOfWeek.Saturday, new TimeOnly(23, 0), new TimeOnly(1, 0), SourceLocation.None),
        };

        MaintenanceGate.OpenUntil(environment, Moment(now)).Should().Be(end is null ? null : Moment(end));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static ContractCase Listing() => Contract.Case(Contract.Send("list", Contract.Get(Contract.List)));

    private static TargetSession Open(
        LoopbackServer server,
        RateLimit? limit,
        Func<ExecutionOptions, ExecutionOptions>? change = null
    )
    {
        var specification = limit is null
            ? Contract.Open
            : Contract.Open with
            {
                RateLimits = new RateLimits { Default = [limit], Location = SourceLocation.None },
            };
        return TargetSession.Open(
            specification,
            (change ?? (o => o))(Contract.Options(server.Url)),
            TimeProvider.System
        );
    }

    private sealed class FixedWindowTarget(int limit)
    {
        private readonly Lock counting = new();
        private long now;
        private long window;
        private int count;

        public int Refused { get; private set; }

        public async Task AnswerAsync(HttpContext context)
        {
            if (context.Request.Path == "/clock")
            {
                var body = await System.Text.Json.JsonDocument.ParseAsync(context.Request.Body);
                lock (counting)
                {
                    now += body.RootElement.GetProperty("advance_seconds").GetInt64();
                }

                // The clock has moved already; the answer takes its time, and requests overtake it.
                await Task.Yield();
                return;
            }

            lock (counting)
            {
                count = now / 60 == window ? count + 1 : 1;
                window = now / 60;
                if (count > limit)
                {
                    Refused++;
                    context.Response.StatusCode = 429;
                    context.Response.Headers.RetryAfter = (60 - (now % 60)).ToString(CultureInfo.InvariantCulture);
                }
            }
        }
    }
}
