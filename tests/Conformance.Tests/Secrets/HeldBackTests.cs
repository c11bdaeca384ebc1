using System.Collections.Immutable;
using Conformance.Tests.Certificates;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>
/// Commands that come to write a known secret where no mask reaches: that file is held back, and told by name; everything
/// else is done as ever.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class HeldBackTests
{
    private const string OneCase = "id=read-note/happy_path/*";
    private const string Key = "k-7f3b-9c05-a6e1";

    // A passphrase may be what a format itself has in it: the keys of JSON, the names of elements, a style.
    [TestCase("report.html", "color-scheme: light")]
    [TestCase("junit.xml", "<testsuites name=")]
    [TestCase("record/cases.ndjson", "\"timeToHeaders\":")]
    [TestCase("traffic.har", "\"log\":{\"version\":")]
    public async Task A_run_writes_all_files_but_the_one_with_the_secret(string heldBack, string passphrase)
    {
        using var folder = new TemporaryFolder();
        string[] files =
        [
            "report.html",
            "junit.xml",
            "record/cases.ndjson",
            "record/run.json",
            "summary.json",
            "summary.md",
            "traffic.har",
        ];

        var answer = await RunAsync(
            passphrase,
            [
                "run",
                Notes.Path,
                "--filter",
                OneCase,
                "--report",
                "html,junit,summary,markdown,har",
                "--out",
                folder.Path,
            ]
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration, answer.Out + answer.Error);
        ShouldTell(answer, folder.File(heldBack), passphrase, "plain");
        answer.Out.Should().Contain("passed, 0 failed");
        files.Where(f => !File.Exists(folder.File(f))).Should().Equal(heldBack);
    }

    [Test]
    public async Task A_run_whose_target_has_the_secret_in_its_address_is_refused_before_its_first_case()
    {
        using var folder = new TemporaryFolder();
        await using var target = await EchoingTarget.StartAsync("refuses");

        var answer = await RunAsync(
            Key,
            ["run", Notes.Path, "--filter", OneCase, "--base-url", $"{target.Url}/{Key}", "--out", folder.Path]
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration, answer.Out + answer.Error);
        ShouldTell(answer, folder.File("record/run.json"), Key, "plain");
        target.Answered.Should().Be(1, "the target was looked for, and no case was started");
        Directory.GetFiles(folder.File("record"), "*.json").Should().BeEmpty();
    }

    [TestCase("The key " + Key + " is kept in a vault.", "plain")]
    [TestCase("Seen: ay03ZjNiLTljMDUtYTZlMQ==", "base64")]
    public async Task Nothing_is_signed_when_the_page_of_a_certificate_would_have_the_secret_in_it(
        string statement,
        string form
    )
    {
        using var folder = new TemporaryFolder();
        CertifiedBundle.WriteEcdsa(folder.Path);
        await File.WriteAllTextAsync(
            folder.File("attest.json"),
            $$"""[{"requirement": "vault", "statement": "{{statement}}", "declaredBy": "Ada", "date": "2026-01-01"}]"""
        );
        await using var server = await SimulatedServer.StartAsync();

        var answer = await RunAsync(
            Key,
            [
                "certify",
                Notes.Path,
                "--base-url",
                server.Url,
                "--key",
                folder.File("key.pem"),
                "--attest",
                folder.File("attest.json"),
                "--out",
                folder.File("bundle"),
                "--quiet",
            ]
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration, answer.Out + answer.Error);
        ShouldTell(answer, folder.File("bundle/certificate.html"), Key, form);
        answer.Out.Should().NotContain("Signed:");
        Directory
            .EnumerateFiles(folder.File("bundle"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo("cases.ndjson", "run.json", "notes.yaml");
    }

    private static void ShouldTell(CliAnswer answer, string file, string secret, string form)
    {
        (answer.Out + answer.Error)
            .Should()
            .Contain($"'{file}' is held back: API_KEY would have stood in it ({form}, at byte ")
            .And.NotContain(secret);
    }

    private static Task<CliAnswer> RunAsync(string secret, string[] arguments) =>
        CliRunner.RunAsync(
            arguments,
            console => console with { Variables = ImmutableDictionary<string, string>.Empty.Add("API_KEY", secret) }
        );
}
