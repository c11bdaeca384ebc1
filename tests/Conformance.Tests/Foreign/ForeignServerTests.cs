using System.Collections.Immutable;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Foreign;

/// <summary>
/// The suite against a server that shares no code with it, in another process and another language: it finds nothing
/// where nothing is wrong, and finds what is.
/// </summary>
internal sealed class ForeignServerTests
{
    [Test]
    public async Task A_conforming_server_by_others_passes_every_case()
    {
        var answer = await RunAgainstAsync(fault: "");

        answer.ExitCode.Should().Be(0, answer.Out + answer.Error);
        answer.Out.Should().Contain(" 0 failed, 0 inconclusive");
    }

    [TestCase("quantity-zero", "kind=validation_errors")]
    [TestCase("customer-too-short", "kind=validation_errors")]
    [TestCase("any-token", "kind=auth_refresh")]
    [TestCase("no-idempotency", "kind=idempotency")]
    [TestCase("wrong-limit-header", "kind=rate_limit")]
    [TestCase("payment-status", "kind=edge_cases")]
    [TestCase("total-as-text", "kind=happy_path")]
    public async Task A_broken_server_by_others_is_found_out(string fault, string filter)
    {
        var answer = await RunAgainstAsync(fault, "--filter", filter);

        answer.ExitCode.Should().Be(1, answer.Out + answer.Error);
        answer.Out.Should().Contain("expected").And.Contain("orders.yaml:");
    }

    private static async Task<CliAnswer> RunAgainstAsync(string fault, params string[] arguments)
    {
        await using var server = await ForeignServer.StartAsync(fault, CancellationToken.None);
        using var folder = new TemporaryFolder();
        return await CliRunner.RunAsync(
            [
                "run",
                RepositoryFiles.Spec("orders.yaml"),
                "--base-url",
                server.BaseUrl.ToString(),
                "--environment",
                "staging",
                "--provider-states",
                "/provider-states",
                "--test-clock",
                "/test-clock",
                "--out",
                folder.Path,
                .. arguments,
            ],
            console =>
                console with
                {
                    Variables = ImmutableDictionary<string, string>
                        .Empty.Add("CLIENT_ID", ForeignServer.ClientId)
                        .Add("CLIENT_SECRET", ForeignServer.ClientSecret),
                }
        );
    }
}
