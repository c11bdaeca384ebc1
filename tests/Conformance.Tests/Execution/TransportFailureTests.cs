using System.Net;
using System.Net.Sockets;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

[Parallelizable(ParallelScope.Self)]
public sealed class TransportFailureTests
{
    private static readonly ContractCase Case = Contract.Case(Contract.Send("list", Contract.Get(Contract.List)));

    [Test]
    public async Task A_refused_connection_is_said_in_words()
    {
        var url = FreeLoopbackUrl();
        await using var session = Open(url);

        var record = await session.ExecuteAsync(Case, default);

        record.Exchanges.Single().Failure!.Kind.Should().Be(TransportFailureKind.Unreachable);
        record.Obstacle!.Kind.Should().Be(ObstacleKind.TargetUnreachable);
        record.Obstacle.Reason.Should().Contain("refused").And.Contain($":{url.Port}").And.NotContain("Exception");
        record.Obstacle.Step.Should().Be("list");
    }

    [Test]
    public async Task An_unknown_host_is_said_in_words()
    {
        await using var session = Open(new Uri("https://no-such-host.invalid"));

        var obstacle = await session.ProbeAsync(default);

        obstacle!.Kind.Should().Be(ObstacleKind.TargetUnreachable);
        obstacle.Reason.Should().Contain("no-such-host.invalid").And.Contain("not known").And.Contain("--base-url");
    }

    [Test]
    public async Task A_silent_server_runs_into_the_request_timeout()
    {
        await using var server = new RawServer((_, stop) => Task.Delay(Timeout.Infinite, stop));
        await using var session = Open(server.Url, o => o with { RequestTimeout = TimeSpan.FromMilliseconds(300) });

        var record = await session.ExecuteAsync(Case, default);

        record.Exchanges.Single().Failure!.Kind.Should().Be(TransportFailureKind.Timeout);
        record.Obstacle!.Reason.Should().Contain("did not answer within 0.3 s");
    }

    [Test]
    public async Task A_body_that_drips_without_end_runs_into_the_request_timeout()
    {
        await using var server = new RawServer(
            async (stream, stop) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"u8.ToArray(), stop);
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        await using var session = Open(server.Url, o => o with { RequestTimeout = TimeSpan.FromMilliseconds(1500) });

        var record = await session.ExecuteAsync(Case, default);

        var exchange = record.Exchanges.Single();
        exchange.Failure!.Kind.Should().Be(TransportFailureKind.Timeout);
        exchange.Failure.Message.Should().Contain("did not finish");
        exchange.TimeToHeaders.Should().NotBeNull();
        exchange.Response.Should().BeNull();
    }

    [TestCase("SSH-2.0-OpenSSH_9.6\r\n", "not HTTP")]
    [TestCase("", "closed the connection")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "closed the connection")]
    public async Task What_is_not_a_complete_HTTP_answer_is_a_protocol_failure(string answer, string words)
    {
        await using var server = new RawServer(
            async (stream, stop) => await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), stop)
        );
        await using var session = Open(server.Url);

        var record = await session.ExecuteAsync(Case, default);

        record.Exchanges.Single().Failure!.Kind.Should().Be(TransportFailureKind.Protocol);
        record.Obstacle!.Reason.Should().Contain(words);
    }

    [Test]
    public async Task Endless_headers_are_cut_off()
    {
        await using var server = new RawServer(
            async (stream, stop) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
                var line = System.Text.Encoding.ASCII.GetBytes("X-Filler: " + new string('x', 1000) + "\r\n");
                while (true)
                {
                    await stream.WriteAsync(line, stop);
                }
            }
        );
        await using var session = Open(server.Url);

        var record = await session.ExecuteAsync(Case, default);

        record.Exchanges.Single().Failure!.Message.Should().Contain("64 KB");
    }

    [Test]
    public async Task TLS_towards_a_plain_server_suggests_http()
    {
        await using var server = new RawServer(
            async (stream, stop) => await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop)
        );
        await using var session = Open(new UriBuilder(server.Url) { Scheme = "https" }.Uri);

        var obstacle = await session.ProbeAsync(default);

        obstacle!.Reason.Should().Contain("does not speak TLS").And.Contain("http://");
    }

    [Test]
    public async Task A_self_signed_certificate_is_refused_and_said_in_words()
    {
        using var certificate = TestCertificates.SelfSigned("localhost", IPAddress.Loopback);
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask, certificate);
        await using var session = Open(server.Url);

        var record = await session.ExecuteAsync(Case, default);

        record.Exchanges.Single().Failure!.Kind.Should().Be(TransportFailureKind.Tls);
        record.Obstacle!.Reason.Should().Contain("self-signed").And.Contain("not trusted");
        server.Arrivals.Should().BeEmpty();
    }

    [Test]
    public async Task A_certificate_for_another_host_is_refused_and_names_both()
    {
        using var certificate = TestCertificates.SelfSigned("api.example.com", null);
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask, certificate);
        await using var session = Open(server.Url);

        var record = await session.ExecuteAsync(Case, default);

        record.Obstacle!.Reason.Should().Contain("'api.example.com'").And.Contain("'127.0.0.1'");
    }

    [Test]
    public async Task A_web_site_is_not_taken_for_the_api()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("<html><title>Welcome</title>");
        });
        await using var session = Open(server.Url);

        var obstacle = await session.ProbeAsync(default);

        obstacle!.Kind.Should().Be(ObstacleKind.TargetUnreachable);
        obstacle.Reason.Should().Contain("HTML").And.Contain("--base-url");
    }

    [TestCase(200, "application/json")]
    [TestCase(401, "text/html")]
    [TestCase(404, "application/json")]
    public async Task Any_answer_of_an_api_shows_that_the_target_is_there(int status, string contentType)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync("{}");
        });
        await using var session = Open(server.Url);

        (await session.ProbeAsync(default)).Should().BeNull();
        server.Arrivals.Single().Headers.Should().NotContainKey("Authorization");
    }

    [Test]
    public async Task After_five_requests_in_a_row_that_nobody_took_nothing_more_is_sent()
    {
        await using var server = new RawServer((_, _) => Task.CompletedTask);
        await using var session = Open(server.Url);
        await server.StopAsync();

        await AssertEndsAfterAsync(session, 5);
    }

    [Test]
    public async Task Connections_that_break_off_are_endured_for_longer()
    {
        await using var server = new RawServer((_, _) => Task.CompletedTask);
        await using var session = Open(server.Url);

        await AssertEndsAfterAsync(session, 25);
    }

    private static async Task AssertEndsAfterAsync(TargetSession session, int failures)
    {
        for (var i = 0; i < failures; i++)
        {
            (await session.ExecuteAsync(Case, default)).Exchanges.Should().NotBeEmpty();
        }

        var record = await session.ExecuteAsync(Case, default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.TargetUnreachable);
        record.Obstacle.Reason.Should().Contain($"{failures} requests in a row");
        record.Exchanges.Should().BeEmpty();
        session.RequestsSent.Should().Be(failures);
    }

    [TestCase("http://api.example.com", "plain HTTP")]
    [TestCase("ftp://api.example.com", "not an HTTP URL")]
    public void An_address_that_must_not_be_used_is_refused_when_the_session_opens(string url, string words)
    {
        var open = () => TargetSession.Open(Contract.Open, Contract.Options(new Uri(url)), TimeProvider.System);

        open.Should().Throw<TargetConfigurationException>().WithMessage($"*{words}*");
    }

    [Test]
    public async Task Plain_HTTP_is_allowed_when_the_user_insists()
    {
        var options = Contract.Options(new Uri("http://api.example.com")) with { AllowInsecure = true };
        await using var session = TargetSession.Open(Contract.Open, options, TimeProvider.System);

        session.RequestsSent.Should().Be(0);
    }

    private static Uri FreeLoopbackUrl()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
    }

    private static TargetSession Open(Uri url, Func<ExecutionOptions, ExecutionOptions>? change = null) =>
        TargetSession.Open(Contract.Open, (change ?? (o => o))(Contract.Options(url)), TimeProvider.System);
}
