using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class RunBoundsTests
{
    private static readonly TargetEnvironment Production = Contract.Environment with
    {
        Name = Contract.At("production"),
        Kind = EnvironmentKind.Production,
    };

    [Test]
    public async Task Production_is_only_read_from_unless_the_user_insists()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var options = Contract.Options(server.Url) with { Environment = Production };
        var writes = new ContractCase[]
        {
            Contract.Case(Contract.Send("create", Contract.Post("{}"))),
            Contract.Case(new CaseStep.SendConcurrently("race", Contract.Post("{}"), 2)),
            Contract.Case(new CaseStep.SendUntilLimited("exhaust", Contract.Get(Contract.List), 3)),
            Contract.Case(new CaseStep.EnterState("state", "No stock", true)),
        };
        await using (var session = TargetSession.Open(Contract.Open, options, TimeProvider.System))
        {
            foreach (var contractCase in writes)
            {
                var record = await session.ExecuteAsync(contractCase, default);
                record.Obstacle!.Kind.Should().Be(ObstacleKind.NotAllowedHere);
                record.Obstacle.Reason.Should().Contain("production").And.Contain("--allow-writes");
            }

            server.Arrivals.Should().BeEmpty();
            var reads = Contract.Case(
                new CaseStep.EnterState("state", "Stock", false),
                Contract.Send("list", Contract.Get(Contract.List))
            );
            (await session.ExecuteAsync(reads, default)).Obstacle.Should().BeNull();
        }

        await using var allowed = TargetSession.Open(
            Contract.Open,
            options with
            {
                AllowWrites = true,
            },
            TimeProvider.System
        );
        (await allowed.ExecuteAsync(writes[0], default)).Obstacle.Should().BeNull();
        server.Arrivals.Select(a => a.Method).Should().Equal("GET", "POST");
    }

    [Test]
    public async Task The_run_sends_no_more_requests_than_it_may()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Open(server, o => o with { MaxRequests = 3 });

        var records = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ =>
                    session.ExecuteAsync(Contract.Case(Contract.Send("list", Contract.Get(Contract.List))), default)
                )
        );

        server.Arrivals.Should().HaveCount(3);
        session.RequestsSent.Should().Be(3);
        records.Count(r => r.Obstacle is { Kind: ObstacleKind.RunLimit }).Should().Be(7);
    }

    [Test]
    public async Task A_case_takes_no_longer_than_it_may()
    {
        await using var server = await LoopbackServer.StartAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        await using var session = Open(server, o => o with { CaseTimeout = TimeSpan.FromMilliseconds(200) });

        var record = await session.ExecuteAsync(
            Contract.Case(Contract.Send("list", Contract.Get(Contract.List))),
            default
        );

        record.Obstacle!.Kind.Should().Be(ObstacleKind.RunLimit);
        record.Obstacle.Reason.Should().Contain("0.2 s").And.Contain("--case-timeout");
        record.Exchanges.Should().ContainSingle();
    }

    [Test]
    public async Task Concurrent_requests_are_all_under_way_before_the_first_is_answered()
    {
        var missing = 8;
        var everybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Decrement(ref missing) == 0)
            {
                everybody.SetResult();
            }

            await everybody.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 201;
        });
        await using var session = Open(server, o => o);
        var race = new CaseStep.SendConcurrently(
            "race",
            Contract.Post("""{"a":1}""") with
            {
                Headers = [new("Key", new ValueSource.RunUnique("key")), new("Id", new ValueSource.FreshUuid())],
            },
            8
        );

        var record = await session.ExecuteAsync(Contract.Case(race), default);

        record.Exchanges.Should().HaveCount(8).And.OnlyContain(e => e.Response!.Status == 201 && e.Step == "race");
        record.Exchanges.Select(e => e.Index).Should().BeEquivalentTo(Enumerable.Range(0, 8));
        server.Arrivals.Select(a => a.Headers["Key"]).Distinct().Should().ContainSingle();
        server.Arrivals.Select(a => a.Headers["Id"]).Should().OnlyHaveUniqueItems();
        server.Arrivals.Should().OnlyContain(a => a.Text == """{"a":1}""");
    }

    [Test]
    public async Task The_budget_counts_everything_and_knows_what_the_limits_cost()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var specification = Contract.With(Contract.OAuth2) with
        {
            RateLimits = new RateLimits
            {
                Default = [Contract.Limit(10, TimeSpan.FromMinutes(1)), Contract.Limit(10, TimeSpan.FromDays(1))],
                Location = SourceLocation.None,
            },
        };
        var options = Contract.Options(server.Url) with { ProviderStatesUrl = "/states" };
        var own = Contract.Get(Contract.List) with { Credential = new CredentialUse.OwnToken() };
        ContractCase[] cases =
        [
            .. Enumerable.Repeat(Contract.Case(Contract.Send("create", Contract.Post("{}"))), 24),
            Contract.Case(new CaseStep.EnterState("state", "No stock", true), Contract.Send("list", own)),
        ];
        await using var session = TargetSession.Open(specification, options, TimeProvider.System);
        await using var clocked = TargetSession.Open(
            specification,
            options with
            {
                TestClockUrl = "/clock",
            },
            TimeProvider.System
        );

        var budget = session.Plan(cases);

        budget.Requests.Should().Be(25);
        budget.TokenRequests.Should().Be(2);
        budget.ControlRequests.Should().Be(2);
        budget.CleanUpRequests.Should().Be(24);
        budget.LongestDuration.Should().Be(TimeSpan.FromMinutes(2));
        clocked.Plan(cases).LongestDuration.Should().Be(TimeSpan.Zero);
        session.RequestsSent.Should().Be(0);
    }

    [Test]
    public async Task An_injected_handler_takes_the_place_of_the_network_and_stays_its_owners()
    {
        using var handler = new CountingHandler();
        var options = Contract.Options(new Uri("http://in-process.example")) with { Handler = handler };
        await using (var session = TargetSession.Open(Contract.Open, options, TimeProvider.System))
        {
            var record = await session.ExecuteAsync(
                Contract.Case(Contract.Send("create", Contract.Post("""{"a":1}"""))),
                default
            );
            record.Exchanges.Single().Response!.Status.Should().Be(202);
        }

        handler.Bodies.Should().Equal("""{"a":1}""");
        handler.IsDisposed.Should().BeFalse();
    }

    private static TargetSession Open(LoopbackServer server, Func<ExecutionOptions, ExecutionOptions> change) =>
        TargetSession.Open(Contract.Open, change(Contract.Options(server.Url)), TimeProvider.System);

    private sealed class CountingHandler : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        public bool IsDisposed { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(System.Net.HttpStatusCode.Accepted);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
