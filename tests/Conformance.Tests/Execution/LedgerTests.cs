using System.Globalization;
using Conformance.Execution;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class LedgerTests
{
    [Test]
    public async Task What_the_run_created_is_removed_and_nothing_else()
    {
        var store = new Store();
        await using var server = await LoopbackServer.StartAsync(store.AnswerAsync);
        await using var session = Open(server);
        for (var i = 0; i < 3; i++)
        {
            await session.ExecuteAsync(Creating, default);
        }

        var report = await session.CleanUpAsync(default);

        report.Created.Should().Be(3);
        report.Removed.Should().Be(3);
        report.LeftBehind.Should().BeEmpty();
        server
            .Arrivals.Where(a => a.Method == "DELETE")
            .Select(a => a.Path)
            .Should()
            .BeEquivalentTo("/things/1", "/things/2", "/things/3");
    }

    [Test]
    public async Task What_a_case_removed_itself_is_not_removed_again_and_a_replay_is_entered_once()
    {
        var store = new Store { FixedId = 7 };
        await using var server = await LoopbackServer.StartAsync(store.AnswerAsync);
        await using var session = Open(server, "/base");
        var create = Contract.Send("create", Contract.Post("{}")) with { Captures = [new("id", "id")] };
        var remove = Contract.Get(Contract.Remove) with { PathValues = [new("id", new ValueSource.Captured("id"))] };
        await session.ExecuteAsync(
            Contract.Case(create, create with { Name = "replay" }, Contract.Send("remove", remove)),
            default
        );

        var report = await session.CleanUpAsync(default);

        report.Should().BeEquivalentTo(new { Created = 1, Removed = 1 });
        server.Arrivals.Count(a => a.Method == "DELETE").Should().Be(1);
    }

    [Test]
    public async Task What_cannot_be_removed_is_listed_with_the_command_that_would()
    {
        var store = new Store { RemovalStatus = 403 };
        await using var server = await LoopbackServer.StartAsync(store.AnswerAsync);
        await using var session = Open(server);
        await session.ExecuteAsync(Creating, default);

        var report = await session.CleanUpAsync(default);

        report.Removed.Should().Be(0);
        report
            .LeftBehind.Should()
            .Equal($"thing 1: curl -X DELETE '{server.Url}things/1' -H 'Authorization: Bearer ***'");
    }

    [Test]
    public async Task Refused_creations_are_not_entered()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 409;
            return context.Response.WriteAsync("""{"id":"existing"}""");
        });
        await using var session = Open(server);
        await session.ExecuteAsync(Creating, default);

        (await session.CleanUpAsync(default)).Created.Should().Be(0);
        server.Arrivals.Should().ContainSingle();
    }

    private static ContractCase Creating => Contract.Case(Contract.Send("create", Contract.Post("{}")));

    private static TargetSession Open(LoopbackServer server, string path = "") =>
        TargetSession.Open(Contract.Open, Contract.Options(new Uri(server.Url, path)), TimeProvider.System);

    private sealed class Store
    {
        private int last;

        public int? FixedId { get; init; }

        public int RemovalStatus { get; init; } = 204;

        public async Task AnswerAsync(HttpContext context)
        {
            if (context.Request.Method == "DELETE")
            {
                context.Response.StatusCode = RemovalStatus;
                return;
            }

            context.Response.StatusCode = 201;
            var id = FixedId ?? Interlocked.Increment(ref last);
            await context.Response.WriteAsync($$"""{"id":"{{id.ToString(CultureInfo.InvariantCulture)}}"}""");
        }
    }
}
