using System.Text;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class SecondClientTests
{
    private static readonly CaseStep.Send First = Contract.Send("first", Contract.Get(Contract.List));

    private static readonly CaseStep.Send Second = Contract.Send(
        "second",
        Contract.Get(Contract.List) with
        {
            Credential = new CredentialUse.SecondClient(),
        }
    );

    [Test]
    public async Task The_second_client_is_sent_with_a_token_of_its_own()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server, ("CLIENT_ID_2", "client-2"), ("CLIENT_SECRET_2", "other+secret"));

        var record = await session.ExecuteAsync(Contract.Case(First, Second, First with { Name = "third" }), default);

        server
            .To("/oauth/token")
            .Select(a => a.Text)
            .Should()
            .SatisfyRespectively(
                first => first.Should().Contain("client_id=client-1&"),
                second => second.Should().Contain("client_id=client-2&client_secret=other%2Bsecret")
            );
        var steps = record.Exchanges.Where(e => e.Purpose is ExchangePurpose.Step).ToList();
        steps[1].CredentialMark.Should().NotBe(steps[0].CredentialMark);
        steps[2].CredentialMark.Should().Be(steps[0].CredentialMark);
        var asked = record.Exchanges.Last(e => e.Purpose is ExchangePurpose.Token);
        Encoding.UTF8.GetString(asked.Request.Body.Span).Should().Contain("client_secret=***");
    }

    [Test]
    public async Task Without_a_second_client_nothing_is_sent_and_the_reason_says_what_to_configure()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server);

        var record = await session.ExecuteAsync(Contract.Case(First, Second), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.NotConfigured);
        record.Obstacle.Reason.Should().Contain("set CLIENT_ID_2 and CLIENT_SECRET_2");
        server.Arrivals.Should().BeEmpty();
    }

    [Test]
    public async Task Half_a_second_client_is_a_mistake_of_the_configuration()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server, ("CLIENT_ID_2", "client-2"));

        var record = await session.ExecuteAsync(Contract.Case(Second), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.NoCredential);
        record.Obstacle.Reason.Should().Contain("CLIENT_SECRET_2 is not set");
    }

    [Test]
    public async Task A_second_client_that_is_the_first_one_is_none()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server, ("CLIENT_ID_2", "client-1"), ("CLIENT_SECRET_2", "s3cr3t/+ value"));

        var record = await session.ExecuteAsync(Contract.Case(Second), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.NotConfigured);
        record.Obstacle.Reason.Should().Contain("CLIENT_ID_2 is the same as CLIENT_ID");
    }

    [Test]
    public async Task What_the_second_client_created_it_removes_itself()
    {
        var owners = new Dictionary<string, string>();
        var target = new OAuthTarget
        {
            Api = context =>
            {
                var sender = context.Request.Headers.Authorization.ToString();
                if (context.Request.Method == "POST")
                {
                    owners["made"] = sender;
                    context.Response.StatusCode = 201;
                    return context.Response.WriteAsync("""{"id":"made"}""");
                }

                context.Response.StatusCode = owners["made"] == sender ? 204 : 404;
                owners["removed by"] = sender;
                return Task.CompletedTask;
            },
        };
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(server, ("CLIENT_ID_2", "client-2"), ("CLIENT_SECRET_2", "other+secret"));
        var create = Contract.Post("{}") with { Credential = new CredentialUse.SecondClient() };

        await session.ExecuteAsync(
            Contract.Case(First with { Name = "list" }, Contract.Send("create", create)),
            default
        );
        await session.CleanUpAsync(default);

        owners["removed by"].Should().Be(owners["made"]);
    }

    private static TargetSession Open(LoopbackServer server, params (string Name, string Value)[] second) =>
        TargetSession.Open(
            Contract.With(Contract.OAuth2),
            Contract.Options(server.Url) with
            {
                Configuration = Contract.Client.AddRange(second.Select(v => KeyValuePair.Create(v.Name, v.Value))),
            },
            TimeProvider.System
        );
}
