using System.Text;
using System.Text.Json;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class SendingTests
{
    [Test]
    public async Task What_is_sent_and_what_comes_back_is_recorded_byte_for_byte()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers.Append("X-Twice", "one");
            context.Response.Headers.Append("X-Twice", "two");
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync("\uFEFF{\"total\":  1.10}"u8.ToArray());
        });
        await using var session = Session(server);
        var request = Contract.Post("""{"price":  1.10, "name": "caf\u00e9"}""") with
        {
            Headers =
            [
                new("X-Request-ID", new ValueSource.FreshUuid()),
                new("If-Modified-Since", new ValueSource.Literal("not a date")),
            ],
            Query = [new("q", new ValueSource.Literal("a b+c/%41"))],
        };

        var record = await session.ExecuteAsync(Contract.Case(Contract.Send("create", request)), default);

        var exchange = record.Exchanges.Should().ContainSingle().Subject;
        var arrival = server.Arrivals.Should().ContainSingle().Subject;
        arrival.Text.Should().Be("""{"price":  1.10, "name": "caf\u00e9"}""");
        arrival.Target.Should().Be("/things?q=a%20b%2Bc%2F%2541");
        arrival.Headers["If-Modified-Since"].Should().Be("not a date");
        arrival.Headers["Content-Type"].Should().Be("application/json");
        arrival.Headers.Should().NotContainKey("Accept-Encoding").And.NotContainKey("traceparent");
        exchange.Request.Body.ToArray().Should().Equal(arrival.Body);
        exchange.Request.Headers.Select(h => h.Key).Should().Equal("X-Request-ID", "If-Modified-Since");
        exchange.Response!.Status.Should().Be(201);
        exchange.Response.HeaderValues("x-twice").Should().Equal("one", "two");
        exchange.Response.Body.ToArray().Should().Equal("\uFEFF{\"total\":  1.10}"u8.ToArray());
        exchange.Response.MediaType.Should().Be("application/json");
        exchange.TimeToHeaders.Should().BePositive().And.BeLessThanOrEqualTo(exchange.Duration);
        record.Obstacle.Should().BeNull();
        session.RequestsSent.Should().Be(1);
    }

    [Test]
    public async Task The_base_urls_path_stays_in_front()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("{}"));
        await using var session = Session(server, o => o with { BaseUrl = new Uri(server.Url, "/tenant/one/") });
        var request = Contract.Get(Contract.Read) with
        {
            PathValues = [new("id", new ValueSource.Literal("../a/b ü"))],
        };

        await session.ExecuteAsync(Contract.Case(Contract.Send("read", request)), default);

        server.Arrivals.Single().Target.Should().Be("/tenant/one/things/..%2Fa%2Fb%20%C3%BC");
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(307)]
    public async Task Redirects_are_recorded_and_never_followed(int status)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            context.Response.Headers.SetCookie = "a=b";
            return Task.CompletedTask;
        });
        await using var session = Session(server);

        var record = await session.ExecuteAsync(
            Contract.Case(Contract.Send("one", Contract.Post("{}")), Contract.Send("two", Contract.Get(Contract.List))),
            default
        );

        record.Exchanges.Select(e => e.Response!.Status).Should().Equal(status, status);
        server
            .Arrivals.Should()
            .HaveCount(2)
            .And.OnlyContain(a => a.Path == "/things" && !a.Headers.ContainsKey("Cookie"));
    }

    [Test]
    public async Task A_captured_value_is_sent_by_a_later_step()
    {
        await using var server = await LoopbackServer.StartAsync(c =>
            c.Response.WriteAsync("""{"data":[{"id":17}]}""")
        );
        await using var session = Session(server);
        var create = Contract.Send("create", Contract.Post("{}")) with { Captures = [new("it", "data[0].id")] };
        var read = Contract.Get(Contract.Read) with { PathValues = [new("id", new ValueSource.Captured("it"))] };

        await session.ExecuteAsync(Contract.Case(create, Contract.Send("read", read)), default);

        server.Arrivals.Last().Target.Should().Be("/things/17");
    }

    [Test]
    public async Task A_value_that_no_response_gave_ends_the_case_and_names_the_step()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("[]"));
        await using var session = Session(server);
        var create = Contract.Send("create", Contract.Post("{}")) with { Captures = [new("it", "id")] };
        var read = Contract.Get(Contract.Read) with { PathValues = [new("id", new ValueSource.Captured("it"))] };

        var record = await session.ExecuteAsync(Contract.Case(create, Contract.Send("read", read)), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.ArrangementFailed);
        record.Obstacle.Step.Should().Be("read");
        record.Obstacle.Reason.Should().Contain("'it'");
        record.Exchanges.Should().ContainSingle();
    }

    [Test]
    public async Task Run_unique_values_are_stable_in_a_run_and_differ_between_runs()
    {
        await using var server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("{}"));
        var request = Contract.Post("{}") with
        {
            Headers = [new("Key", new ValueSource.RunUnique("abc123")), new("Id", new ValueSource.FreshUuid())],
        };
        var twice = Contract.Case(Contract.Send("one", request), Contract.Send("two", request));
        await using (var first = Session(server))
        await using (var second = Session(server))
        {
            await first.ExecuteAsync(twice, default);
            await second.ExecuteAsync(twice, default);
        }

        var keys = server.Arrivals.Select(a => a.Headers["Key"]).ToList();
        keys[0].Should().Be(keys[1]);
        keys[2].Should().Be(keys[3]).And.NotBe(keys[0]);
        keys.Should().OnlyContain(k => k.Length == 36);
        server.Arrivals.Select(a => a.Headers["Id"]).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task An_arrangement_that_fails_ends_the_case_with_status_and_error_code()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 409;
            return context.Response.WriteAsync("""{"error_code":"NO_STOCK\u001b[31m"}""");
        });
        var specification = Contract.Open with
        {
            ErrorFormat = new(
                new() { Location = SourceLocation.None },
                new("error_code", null, null, null, null, null, null),
                "application/json",
                SourceLocation.None
            ),
        };
        await using var session = TargetSession.Open(specification, Contract.Options(server.Url), TimeProvider.System);
        var create = Contract.Send("create", Contract.Post("{}"), 201) with { IsArrangement = true };

        var record = await session.ExecuteAsync(
            Contract.Case(create, Contract.Send("list", Contract.Get(Contract.List))),
            default
        );

        record.Obstacle!.Kind.Should().Be(ObstacleKind.ArrangementFailed);
        record
            .Obstacle.Reason.Should()
            .Contain("409")
            .And.Contain("NO_STOCK")
            .And.Contain("201")
            .And.NotContain("\u001b");
        server.Arrivals.Should().ContainSingle();
    }

    [Test]
    public async Task A_body_over_the_cap_is_cut_and_marked()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var chunk = Encoding.ASCII.GetBytes(new string('x', 8192));
            for (var i = 0; i < 64; i++)
            {
                await context.Response.Body.WriteAsync(chunk);
            }
        });
        await using var session = Session(server, o => o with { MaxResponseBytes = 10_000 });

        var record = await session.ExecuteAsync(
            Contract.Case(Contract.Send("list", Contract.Get(Contract.List))),
            default
        );

        var response = record.Exchanges.Single().Response!;
        response.Body.Length.Should().Be(10_000);
        response.IsTruncated.Should().BeTrue();
    }

    [TestCase("HEAD")]
    [TestCase("PROPFIND")]
    [TestCase("TRACE")]
    public async Task Any_method_can_be_sent(string method)
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Session(server);

        await session.ExecuteAsync(
            Contract.Case(Contract.Send("it", Contract.Get(Contract.List) with { Method = method })),
            default
        );

        server.Arrivals.Single().Method.Should().Be(method);
    }

    [Test]
    public async Task Raw_bodies_and_forms_go_out_as_they_are()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = Session(server);
        var raw = Contract.Post("{}") with { Body = new BodyTemplate.Raw([.. "{\"a\":"u8], "garbage;;;") };
        var bare = Contract.Post("{}") with { Body = new BodyTemplate.Raw([1, 2, 255], null) };
        var form = Contract.Post("{}") with
        {
            Body = new BodyTemplate.Form([
                new("a b", new ValueSource.Literal("ü&=")),
                new("id", new ValueSource.Configured("CLIENT_ID")),
            ]),
        };

        await session.ExecuteAsync(
            Contract.Case(Contract.Send("raw", raw), Contract.Send("bare", bare), Contract.Send("form", form)),
            default
        );

        var arrivals = server.Arrivals.ToList();
        arrivals[0].Text.Should().Be("{\"a\":");
        arrivals[0].Headers["Content-Type"].Should().Be("garbage;;;");
        arrivals[1].Body.Should().Equal(1, 2, 255);
        arrivals[1].Headers.Should().NotContainKey("Content-Type");
        arrivals[2].Text.Should().Be("a+b=%C3%BC%26%3D&id=client-1");
    }

    [Test]
    public async Task Cancelling_ends_the_case_with_what_was_recorded()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await cancelled.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        });
        await using var session = Session(server);

        var record = await session.ExecuteAsync(
            Contract.Case(Contract.Send("one", Contract.Post("{}")), Contract.Send("two", Contract.Get(Contract.List))),
            cancelled.Token
        );

        record.Obstacle!.Kind.Should().Be(ObstacleKind.RunLimit);
        record.Obstacle.Step.Should().Be("two");
        record.Exchanges.Should().HaveCount(2);
        record.Exchanges[1].Failure!.Kind.Should().Be(TransportFailureKind.Cancelled);
    }

    private static TargetSession Session(
        LoopbackServer server,
        Func<ExecutionOptions, ExecutionOptions>? change = null
    ) => TargetSession.Open(Contract.Open, (change ?? (o => o))(Contract.Options(server.Url)), TimeProvider.System);
}
