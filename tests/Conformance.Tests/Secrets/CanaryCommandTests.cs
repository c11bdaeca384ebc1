using Conformance.Reports;
using Conformance.Tests.Cli;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>
/// Recognisable secrets in every place that takes one, and every command: none of them is in any byte that is written or
/// printed.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CanaryCommandTests
{
    private static readonly string AllReports = string.Join(',', ReportSet.Keys);

    [TestCaseSource(typeof(CanaryContracts), nameof(CanaryContracts.Names))]
    public async Task Commands_that_read_a_contract_tell_no_secret(string contract)
    {
        using var session = new CanarySession();
        var path = session.Contract(contract);
        string[][] commands =
        [
            ["list", path],
            ["list", path, "--lock", session.Out("cases.lock"), "--update-lock"],
            ["coverage", path],
            ["lint", path],
            ["schema", path, "--out", session.Out("schemas")],
            ["docs", path, "--out", session.Out("docs")],
            ["export", "openapi", path, "--out", session.Out("openapi.yaml")],
            ["import", "openapi", session.Out("openapi.yaml"), "--out", session.Out("imported.yaml")],
            ["diff", path, session.Contract("oauth")],
            ["run", path, "--out", session.Out("embedded"), "--filter", "id=list-doors/happy_path/*"],
            ["rules"],
        ];

        // One contract goes through every command; the others through those that show how they are guarded.
        foreach (var command in commands.Where(c => contract is "oauth" || c[0] is "schema" or "docs" or "run"))
        {
            await session.RunAsync(command);
        }

        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task Records_certificates_and_comparisons_tell_no_secret()
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync("body");
        var path = session.Contract("api-key");
        string[] at = ["--base-url", target.Url];
        string[][] commands =
        [
            [
                "run",
                path,
                .. at,
                "--out",
                session.Out("a"),
                "--report",
                AllReports,
                "--filter",
                "id=list-doors/happy_path/*",
            ],
            ["run", path, .. at, "--out", session.Out("a"), "--filter", "id=list-doors/happy_path/*", "--resume"],
            ["run", path, .. at, "--out", session.Out("b"), "--retries", "1", "--filter", "id=list-doors/happy_path/*"],
            ["merge", session.Out("a"), "--out", session.Out("merged"), "--report", AllReports],
            ["compare", session.Out("a"), session.Out("b")],
            ["check-har", path, session.Out("a/traffic.har"), "--base-url", target.Url, "--out", session.Out("har")],
            ["docs", path, "--summary", session.Out("a/summary.json"), "--out", session.Out("docs")],
            [
                "certify",
                path,
                .. at,
                "--key",
                session.Secrets.SigningKey,
                "--key-password-env",
                "SIGNER_WORD",
                "--out",
                session.Out("bundle"),
                "--zip",
            ],
            [
                "certify",
                path,
                .. at,
                "--key",
                session.Secrets.SigningKey,
                "--key-password-env",
                "CLIENT_SECRET",
                "--out",
                session.Out("none"),
            ],
            ["certify", path, .. at, "--key", session.Secrets.SigningKey, "--out", session.Out("none")],
            [
                "verify-certificate",
                session.Out("bundle"),
                "--key",
                Path.ChangeExtension(session.Secrets.BarePem, ".pub"),
                "--spec",
                path,
            ],
            ["verify-certificate", session.Out("bundle"), "--key", session.Secrets.BarePem],
            [
                "webhook-receiver",
                RepositoryFiles.Spec("orders.yaml"),
                "--url",
                target.Url + "/hooks",
                "--secret-env",
                "WEBHOOK_SECRET",
                "--out",
                session.Out("hooks"),
                "--filter",
                "id=*/signature*",
                "--settle",
                "100ms",
            ],
            ["observe", path, "--port", "0", "--for", "200ms", "--out", session.Out("observed")],
            ["observe", path, "--out", session.Out("observed"), "--", "no-such-client"],
        ];

        foreach (var command in commands)
        {
            await session.RunAsync(command);
        }

        Directory.Exists(session.Out("bundle")).Should().BeTrue();
        File.Exists(session.Out("bundle/certificate.zip")).Should().BeTrue(session.Told);
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task A_simulator_that_is_started_and_stopped_tells_no_secret()
    {
        using var session = new CanarySession();
        using var interruption = new CancellationTokenSource();
        await using var output = new InterruptingWriter(interruption, "Ctrl-C ends it.");
        string[] simulate = ["simulate", RepositoryFiles.Spec("orders.yaml"), "--port", "0"];
        string[] deliver = ["--webhook-url", $"http://127.0.0.1:9/{Canaries.InPath}"];

        var answer = await session.RunAsync(simulate, console => console with { Out = output }, interruption.Token);
        await session.RunAsync([.. simulate, "--fault", "honesty"]);
        await session.RunAsync(["simulate", session.Contract("jwt"), "--port", "0", .. deliver]);

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Error);
        session.Heard(["what it printed"], answer with { Out = output.ToString() });
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task A_verification_and_a_report_tell_no_secret()
    {
        using var session = new CanarySession();
        var npx = session.File(
            OperatingSystem.IsWindows() ? "npx.cmd" : "npx",
            OperatingSystem.IsWindows() ? "@set\r\n@exit 1\r\n" : "#!/bin/sh\necho \"key $API_KEY\"; exit 1\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(npx, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Directory.CreateDirectory(session.Out("a/allure-results"));

        await session.RunAsync("verify", Notes.Path, "--faults", "omits-error-code", "--out", session.Out("verified"));
        await session.RunAsync("report", session.Out("a"));
        await session.RunAsync("report", "--allure", session.Out("none"));
        var failed = await session.RunAsync(
            ["report", "--allure", session.Out("a")],
            console => console with { Variables = console.Variables.SetItem("PATH", Path.GetDirectoryName(npx)!) }
        );

        File.Exists(session.Out("verified/verify.json")).Should().BeTrue(session.Told);
        failed.Error.Should().Contain("Allure failed:");
        session.ShouldHaveToldNothing();
    }
}
