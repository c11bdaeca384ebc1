using System.Text.RegularExpressions;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Packages;

public sealed partial class DockerfileTests
{
    private static string Folder => Path.Combine(RepositoryFiles.Root, ".docker");

    private static string Text => File.ReadAllText(Path.Combine(Folder, "Dockerfile"));

    [Test]
    public void Every_base_names_its_version() =>
        Values("FROM").Should().HaveCount(2).And.OnlyContain(image => Tagged().IsMatch(image));

    [Test]
    public void It_does_not_run_as_root() =>
        Values("USER").Should().ContainSingle().Which.Should().NotBe("root").And.NotBe("0");

    [Test]
    public void No_secret_is_built_in() =>
        Values("ARG").Concat(Values("ENV")).Should().NotContain(v => Secret().IsMatch(v));

    [Test]
    public void It_starts_without_a_shell() =>
        Values("ENTRYPOINT").Concat(Values("CMD")).Should().HaveCount(2).And.OnlyContain(v => v.StartsWith('['));

    // Everything is left out but these: one that is missing is missed only where there is an engine to build it.
    [Test]
    public void What_the_build_needs_is_sent_to_it()
    {
        var sent = File.ReadAllLines(Path.Combine(Folder, "Dockerfile.dockerignore"))
            .Where(l => l.StartsWith('!'))
            .Select(l => l[1..])
            .ToArray();

        sent.Should().OnlyContain(name => Path.Exists(Path.Combine(RepositoryFiles.Root, name)));
        sent.Should().Contain(["src", "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE"]);
    }

    [Test]
    public async Task A_linter_has_nothing_to_say()
    {
        var linter = NodePackages.File("dockerfilelint/bin/dockerfilelint");

        var (exitCode, output) = await NodePackages.RunAsync(Folder, "node", linter, "Dockerfile");

        exitCode.Should().Be(0, output);
    }

    [Test]
    [Explicit("needs a container engine that reaches the registry of the base images")]
    public async Task It_can_be_built_and_run()
    {
        string[] build = ["build", "-q", "-f", ".docker/Dockerfile", "-t", "conformance:test", "."];
        (await NodePackages.RunAsync(RepositoryFiles.Root, "docker", build)).ExitCode.Should().Be(0);

        string[] run = ["run", "--rm", "conformance:test", "--version"];
        var (exitCode, output) = await NodePackages.RunAsync(RepositoryFiles.Root, "docker", run);

        exitCode.Should().Be(0);
        output.Should().Contain($"conformance {PackageFeed.Version}");
    }

    private static string[] Values(string instruction) =>
        [
            .. Text.Split('\n')
                .Where(l => l.StartsWith(instruction + " ", StringComparison.Ordinal))
                .Select(l => l[(instruction.Length + 1)..]),
        ];

    [GeneratedRegex(@"^[^ :@]+(:(?!latest)[0-9][^ ]*|@sha256:[0-9a-f]{64})( AS \w+)?$")]
    private static partial Regex Tagged();

    [GeneratedRegex("KEY|SECRET|TOKEN|PASSWORD", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
