using System.Text.Json;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class StateTests
{
    private static readonly CaseStep.EnterState Required = new("state", "Set stock to 0", IsRequired: true);

    [Test]
    public async Task A_state_is_set_up_by_the_body_that_pact_sends_and_torn_down_afterwards()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Open(server, o => o with { ProviderStatesUrl = "/provider-states" });

        var record = await session.ExecuteAsync(
            Contract.Case(Required, Contract.Send("list", Contract.Get(Contract.List))),
            default
        );

        record.Obstacle.Should().BeNull();
        server.Arrivals.Select(a => a.Path).Should().Equal("/provider-states", "/things", "/provider-states");
        server
            .To("/provider-states")
            .Select(a => a.Text)
            .Should()
            .Equal(
                """{"state":"Set stock to 0","params":{},"action":"setup"}""",
                """{"state":"Set stock to 0","params":{},"action":"teardown"}"""
            );
        record
            .Exchanges.Select(e => e.Purpose)
            .Should()
            .Equal(ExchangePurpose.ProviderState, ExchangePurpose.Step, ExchangePurpose.ProviderState);
    }

    [Test]
    public async Task A_state_is_left_also_when_the_case_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Request.Path == "/things" ? cancelled.CancelAsync() : Task.CompletedTask
        );
        await using var session = Open(server, o => o with { ProviderStatesUrl = "/provider-states" });

        await session.ExecuteAsync(
            Contract.Case(Required, Contract.Send("list", Contract.Get(Contract.List)), Required),
            cancelled.Token
        );

        server.Arrivals.Last().Text.Should().Contain("teardown");
    }

    [TestCase(404)]
    [TestCase(400)]
    [TestCase(500)]
    public async Task A_state_the_handler_refuses_is_not_reachable(int status)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var session = Open(server, o => o with { ProviderStatesUrl = "/provider-states" });

        var record = await session.ExecuteAsync(
            Contract.Case(Required, Contract.Send("list", Contract.Get(Contract.List))),
            default
        );

        record.Obstacle!.Kind.Should().Be(ObstacleKind.StateNotReachable);
        record.Obstacle.Reason.Should().Contain("Set stock to 0").And.Contain($"{status}").And.Contain("fixtures");
        server.Arrivals.Should().ContainSingle("neither the request nor a teardown may follow");
    }

    [Test]
    public async Task Without_a_way_to_reach_it_a_required_state_is_an_obstacle_and_a_precondition_a_note()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Open(server, o => o with { Environment = Contract.Environment });
        var send = Contract.Send("list", Contract.Get(Contract.List));

        var required = await session.ExecuteAsync(Contract.Case(Required, send), default);
        var optional = await session.ExecuteAsync(Contract.Case(Required with { IsRequired = false }, send), default);

        required.Obstacle!.Kind.Should().Be(ObstacleKind.StateNotReachable);
        required.Obstacle.Reason.Should().Contain("environments.sandbox.provider_states.url");
        optional.Obstacle.Should().BeNull();
        optional.Notes.Should().ContainSingle(n => n.StartsWith("Assumed, not arranged: Set stock to 0"));
        server.To("/things").Should().ContainSingle();
    }

    [Test]
    public async Task A_precondition_is_asked_for_once_in_a_run_and_left_at_its_end()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Open(server, o => o with { ProviderStatesUrl = "/provider-states" });
        var contractCase = Contract.Case(
            Required with
            {
                IsRequired = false,
            },
            Contract.Send("list", Contract.Get(Contract.List))
        );

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => session.ExecuteAsync(contractCase, default)));
        server.To("/provider-states").Should().ContainSingle();
        await session.CleanUpAsync(default);

        server.To("/provider-states").Select(a => a.Text.Contains("teardown")).Should().Equal(false, true);
    }

    [Test]
    public async Task Well_known_data_is_laid_over_the_body_and_nothing_else_changes()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var fixture = new StateFixture(
            Contract.At("set  STOCK to 0"),
            [
                new("items[0].product_id", JsonElement.Parse("\"SKU-EMPTY\"")),
                new("customer.address.country", JsonElement.Parse("\"DE\"")),
                new("id", JsonElement.Parse("7")),
            ]
        );
        await using var session = Open(
            server,
            o =>
                o with
                {
                    Environment = Contract.Environment with { Fixtures = [fixture] },
                    ProviderStatesUrl = "/provider-states",
                }
        );
        var post = Contract.Post("""{"items":[{"product_id":"SKU-1","price":1.10},{"product_id":"SKU-2"}]}""");
        var read = Contract.Get(Contract.Read) with { PathValues = [new("id", new ValueSource.Literal("1"))] };

        await session.ExecuteAsync(
            Contract.Case(Required, Contract.Send("create", post), Contract.Send("read", read)),
            default
        );

        server
            .Arrivals.First()
            .Text.Should()
            .Be(
                """{"items":[{"product_id":"SKU-EMPTY","price":1.10},{"product_id":"SKU-2"}],"customer":{"address":{"country":"DE"}},"id":7}"""
            );
        server.Arrivals.Last().Target.Should().Be("/things/7");
        server.To("/provider-states").Should().BeEmpty();
    }

    [Test]
    public async Task Time_passes_by_the_test_clock_where_there_is_one()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Open(server, o => o with { TestClockUrl = "/clock" });

        var record = await session.ExecuteAsync(
            Contract.Case(new CaseStep.PassTime("wait", new TimeSource.Fixed(TimeSpan.FromHours(24)))),
            default
        );

        record.Obstacle.Should().BeNull();
        server.To("/clock").Single().Text.Should().Be("""{"advance_seconds": 86400}""");
        record.Exchanges.Single().Purpose.Should().Be(ExchangePurpose.Clock);
    }

    [Test]
    public async Task Time_passes_by_waiting_as_fast_as_the_targets_clock_runs()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Open(
            server,
            o => o with { Environment = Contract.Environment with { TimeScale = 1000 } }
        );

        var record = await session.ExecuteAsync(
            Contract.Case(new CaseStep.PassTime("wait", new TimeSource.Fixed(TimeSpan.FromMinutes(2)))),
            default
        );

        record.Obstacle.Should().BeNull();
        record.Duration.Should().BeGreaterThan(TimeSpan.FromMilliseconds(100)).And.BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task A_test_clock_that_does_not_work_is_noted_and_too_long_a_wait_is_an_obstacle()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var session = Open(server, o => o with { TestClockUrl = "/clock" });

        var record = await session.ExecuteAsync(
            Contract.Case(new CaseStep.PassTime("wait", new TimeSource.Fixed(TimeSpan.FromHours(1)))),
            default
        );

        record.Notes.Should().ContainSingle(n => n.Contains("404"));
        record.Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
        record
            .Obstacle.Reason.Should()
            .MatchRegex("wait 3[56][0-9][0-9] s")
            .And.Contain("--max-wait")
            .And.Contain("90 s");
        record.Obstacle.Step.Should().Be("wait");
    }

    private static TargetSession Open(LoopbackServer server, Func<ExecutionOptions, ExecutionOptions> change) =>
        TargetSession.Open(Contract.Open, change(Contract.Options(server.Url)), TimeProvider.System);
}
