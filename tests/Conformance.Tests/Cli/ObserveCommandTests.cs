using System.Net.Sockets;
using Conformance.Tests.Consumers;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance observe</c> as users meet it.</summary>
public sealed class ObserveCommandTests
{
    private static string Orders => RepositoryFiles.Spec("orders.yaml");

    [Test]
    public async Task A_client_is_judged_and_told_with_what_shows_it()
    {
        var answer = await ObserveAsync("--script", "invalid", "--", "node", ObservedOrders.Client, "repeats-refusals");

        answer.ExitCode.Should().Be(1, answer.Error);
        answer
            .Out.Should()
            .Contain("FAILED  consumer/edge_cases/refusal-is-not-repeated/VALIDATION_ERROR")
            .And.Contain("The consumer MUST NOT repeat a request that was refused with VALIDATION_ERROR.")
            .And.Contain("POST /api/v1/orders -> 400; after ")
            .And.Contain("--script invalid -- node");
    }

    [Test]
    public async Task A_client_that_crashes_half_way_is_told_with_what_it_said()
    {
        var answer = await ObserveAsync(
            "--script",
            "ordinary",
            "--",
            "node",
            ObservedOrders.Client,
            "crashes-half-way"
        );

        answer.ExitCode.Should().Be(5, "what was seen is reported, and the rest stays open: {0}", answer.Error);
        answer.Out.Should().Contain("exit code 3 after 2 requests; it wrote last: failed: out of cheese");
    }

    [Test]
    public async Task A_client_that_never_connects_is_told()
    {
        var answer = await ObserveAsync("--", "node", ObservedOrders.Client, "connects-to-nothing");

        answer.ExitCode.Should().Be(4);
        answer.Error.Should().Contain("The client sent no request; the command ended.").And.Contain("BASE_URL");
    }

    [Test]
    public async Task Nobody_who_connects_is_told()
    {
        var answer = await ObserveAsync("--port", "0", "--for", "200ms");

        answer.ExitCode.Should().Be(4);
        answer.Out.Should().Contain("BASE_URL").And.Contain("http://127.0.0.1:");
        answer.Error.Should().Contain("No client connected");
    }

    [Test]
    public async Task A_command_that_is_not_there_is_told()
    {
        var answer = await ObserveAsync("--", "no-such-client-anywhere");

        answer.ExitCode.Should().Be(2);
        answer
            .Error.Should()
            .Contain("The command 'no-such-client-anywhere' cannot be started")
            .And.NotContain("   at ");
    }

    [Test]
    public async Task A_script_that_is_not_known_is_told_with_the_nearest()
    {
        var answer = await ObserveAsync("--script", "server-error", "--", "node");

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().Contain("There is no script 'server-error'").And.Contain("Did you mean 'server-errors'?");
    }

    [Test]
    public async Task A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var answer = await ObserveAsync("--port", $"{port}");

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().Contain($"Port {port} cannot be used").And.Contain("--port");
    }

    [Test]
    public async Task Words_before_the_dashes_are_no_command()
    {
        var answer = await ObserveAsync("node", "client.mjs");

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().Contain("'node' is not understood").And.Contain("after --");
    }

    [Test]
    public async Task The_scripts_of_a_specification_are_listed()
    {
        var answer = await CliRunner.RunAsync("observe", RepositoryFiles.Spec("parcels.yaml"), "--list-scripts");

        answer.ExitCode.Should().Be(0);
        answer
            .Out.Should()
            .Contain("depot_offline")
            .And.Contain("reset-after-processing")
            .And.NotContain("token-expiring", "its clients authenticate by a key");
    }

    private static async Task<CliAnswer> ObserveAsync(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return await CliRunner.RunAsync(["observe", Orders, "--out", folder.Path, .. arguments]);
    }
}
