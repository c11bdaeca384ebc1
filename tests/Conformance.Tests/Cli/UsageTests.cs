using Conformance.Cli;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>A command line that cannot be understood is told in full, on the error stream, with exit code 2.</summary>
public sealed class UsageTests
{
    [TestCase("rn", "error: unknown command 'rn'\n  did you mean 'run'?\n  see: conformance --help\n")]
    [TestCase(
        "frobnicate",
        "error: unknown command 'frobnicate'\n  expected one of: run, merge, certify, verify-certificate, lint, rules, list, coverage, schema, docs, import, export, diff, init, simulate, verify, observe, check-har, record, compare, report, webhook-receiver\n  see: conformance --help\n"
    )]
    [TestCase(
        "",
        "error: no command is given\n  expected one of: run, merge, certify, verify-certificate, lint, rules, list, coverage, schema, docs, import, export, diff, init, simulate, verify, observe, check-har, record, compare, report, webhook-receiver\n  see: conformance --help\n"
    )]
    [TestCase(
        "run --base-ulr http://x",
        "error: unknown option '--base-ulr'\n  did you mean '--base-url'?\n  see: conformance run --help\n"
    )]
    [TestCase(
        "run spec.yaml --base-ulr=http://x",
        "error: unknown option '--base-ulr'\n  did you mean '--base-url'?\n  see: conformance run --help\n"
    )]
    [TestCase("import", "error: no command is given\n  expected one of: openapi\n  see: conformance import --help\n")]
    [TestCase(
        "import openapi --secrity",
        "error: unknown option '--secrity'\n  did you mean '--security'?\n  see: conformance import openapi --help\n"
    )]
    [TestCase("run spec.yaml other.yaml", "error: unknown argument 'other.yaml'\n  see: conformance run --help\n")]
    [TestCase(
        "run --seed seven",
        "error: 'seven' does not fit --seed; expected a whole number of at least 0\n  see: conformance run --help\n"
    )]
    [TestCase(
        "run --seed -1",
        "error: '-1' does not fit --seed; expected a whole number of at least 0\n  see: conformance run --help\n"
    )]
    [TestCase(
        "run --parallel 65 --max-wait soon",
        "error: '65' does not fit --parallel; expected a whole number from 1 to 64\n"
            + "error: 'soon' does not fit --max-wait; expected a number of seconds, or 500ms, 30s, 2m, 1h\n"
            + "  see: conformance run --help\n"
    )]
    [TestCase(
        "run --base-url localhost:8080",
        "error: 'localhost:8080' does not fit --base-url; expected an absolute http:// or https:// URL without user name, query and fragment\n"
            + "  see: conformance run --help\n"
    )]
    [TestCase(
        "lint --format yaml",
        "error: 'yaml' does not fit --format; expected one of: text, json, sarif, github\n  see: conformance lint --help\n"
    )]
    [TestCase("run --out", "error: Required argument missing for option: '--out'.\n  see: conformance run --help\n")]
    public async Task It_is_told_what_is_wrong(string commandLine, string message)
    {
        var answer = await CliRunner.RunAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        answer.Error.ReplaceLineEndings("\n").Should().Be(message);
        answer.Out.Should().BeEmpty();
        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
    }

    [Test]
    public async Task The_version_is_printed()
    {
        var answer = await CliRunner.RunAsync("--version");

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().MatchRegex(@"^conformance \d+\.\d+\.\d+\s*$");
    }

    [TestCase("")]
    [TestCase("run")]
    [TestCase("lint")]
    [TestCase("list")]
    [TestCase("schema")]
    [TestCase("simulate")]
    [TestCase("webhook-receiver")]
    public async Task Every_command_explains_itself(string command)
    {
        string[] arguments = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];

        var answer = await CliRunner.RunAsync(arguments);

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().StartWith("Description:").And.Contain($"conformance {command}".TrimEnd());
        answer.Error.Should().BeEmpty();
    }

    [Test]
    public void Each_command_is_found_by_its_own_name()
    {
        var console = new CliConsole { Out = TextWriter.Null, Error = TextWriter.Null };

        CliApp.Commands.Should().OnlyContain(c => c.Create(console).Name == c.Name);
    }
}
