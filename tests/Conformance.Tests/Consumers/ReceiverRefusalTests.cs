using System.Net;
using System.Net.Sockets;
using Conformance.Tests.Cli;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>What keeps a receiver from being certified is told in one message, with its own exit code.</summary>
internal sealed class ReceiverRefusalTests
{
    private static string Orders => RepositoryFiles.Spec("orders.yaml");

    [Test]
    public async Task Without_a_URL() =>
        await RefusedAsync(ExitCodes.UsageOrConfiguration, "error: No receiver is named.", Orders);

    [Test]
    public async Task Without_a_secret() =>
        await RefusedAsync(
            ExitCodes.UsageOrConfiguration,
            "error: Deliveries are signed, and no secret is named.",
            Orders,
            "--url",
            "http://127.0.0.1:9/"
        );

    [Test]
    public async Task With_a_variable_that_is_not_set() =>
        await RefusedAsync(
            ExitCodes.UsageOrConfiguration,
            "error: The environment variable NOT_SET (--secret-env) is not set.",
            Orders,
            "--url",
            "http://127.0.0.1:9/",
            "--secret-env",
            "NOT_SET"
        );

    [Test]
    public async Task With_an_event_that_is_not_declared() =>
        await RefusedAsync(
            ExitCodes.UsageOrConfiguration,
            "error: The specification declares no event 'order.lost'.",
            Orders,
            "--url",
            "http://127.0.0.1:9/",
            "--events",
            "order.lost"
        );

    [Test]
    public async Task By_a_specification_without_webhooks()
    {
        var path = Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Run", "notes.yaml");

        await RefusedAsync(
            ExitCodes.UsageOrConfiguration,
            "has no section 'webhooks', so there is nothing to deliver.",
            path,
            "--url",
            "http://127.0.0.1:9/"
        );
    }

    [Test]
    public async Task Where_nothing_listens()
    {
        var answer = await ReceiverRun.AgainstAsync(new Uri($"http://127.0.0.1:{FreePort()}/"), "plain");

        answer.ExitCode.Should().Be(ExitCodes.TargetUnreachable, answer.Out + answer.Error);
        answer.Error.Should().StartWith("error: The receiver gave no usable answer:").And.Contain("connection refused");
    }

    [Test]
    public async Task Over_plain_HTTP_beyond_this_machine()
    {
        var answer = await ReceiverRun.AgainstAsync(new Uri("http://hooks.example.com/"), "plain");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("is plain HTTP beyond this machine").And.Contain("--allow-insecure");
    }

    [Test]
    public async Task With_a_secret_that_the_scheme_cannot_use()
    {
        var answer = await CliRunner.RunAsync(
            ["webhook-receiver", Orders, "--url", "http://127.0.0.1:9/", "--secret-env", "EMPTY"],
            console => console with { Variables = console.Variables.Add("EMPTY", "") }
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("EMPTY (--secret-env) is not set");
    }

    [Test]
    public async Task With_a_probe_that_does_not_answer()
    {
        await using var receiver = await SampleReceiver.StartAsync("plain", fault: "");

        var answer = await ReceiverRun.AgainstAsync(
            receiver.BaseUrl,
            "plain",
            "--probe",
            $"http://127.0.0.1:{FreePort()}/"
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration, answer.Out + answer.Error);
        answer.Error.Should().StartWith("error: Effects cannot be read: the probe gave no answer:");
    }

    private static async Task RefusedAsync(int exitCode, string message, params string[] arguments)
    {
        var answer = await CliRunner.RunAsync(["webhook-receiver", .. arguments]);

        answer.ExitCode.Should().Be(exitCode, answer.Out + answer.Error);
        answer.Error.Should().Contain(message);
        answer.Out.Should().BeEmpty();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
