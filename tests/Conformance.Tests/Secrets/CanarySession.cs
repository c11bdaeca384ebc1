using System.Text;
using Conformance.Cli;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>Runs commands with every secret in the environment, and keeps all that they write and print.</summary>
internal sealed class CanarySession : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringBuilder told = new();
    private int commands;

    public CanarySession()
    {
        Directory.CreateDirectory(folder.File("in"));
        Directory.CreateDirectory(Out(""));
        Secrets = Canaries.In(folder.File("in"));
    }

    public Canaries Secrets { get; }

    /// <summary>All that was printed.</summary>
    public string Told => told.ToString();

    public string Contract(string name) => CanaryContracts.Write(folder.File("in"), name);

    public string Out(string name) => Path.Combine(folder.Path, "out", name);

    public string File(string name, string text)
    {
        var path = Path.Combine(folder.Path, "in", name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public Task<CliAnswer> RunAsync(params string[] arguments) => RunAsync(arguments, console => console);

    public async Task<CliAnswer> RunAsync(
        string[] arguments,
        Func<CliConsole, CliConsole> change,
        CancellationToken cancellationToken = default
    ) =>
        Heard(
            arguments,
            await CliRunner.RunAsync(
                arguments,
                console =>
                    change(
                        console with
                        {
                            Variables = Secrets.Variables.Add("GITHUB_STEP_SUMMARY", Out("job-summary.md")),
                        }
                    ),
                cancellationToken
            )
        );

    /// <summary>Takes what a command said that was run by other means.</summary>
    public CliAnswer Heard(string[] arguments, CliAnswer answer)
    {
        commands++;
        var line = string.Join(' ', arguments);
        TestContext.Out.WriteLine($"exit code {answer.ExitCode}: {line}; {answer.Error.Split('\n')[0]}");
        told.Append(answer.Out).Append(answer.Error);
        answer.Error.Should().NotContain("defect of this tool", line);
        return answer;
    }

    public void ShouldHaveToldNothing()
    {
        Secrets.FoundIn(Encoding.UTF8.GetBytes(Told)).Should().BeEmpty();
        Secrets.FoundBelow(Out("")).Distinct().Should().BeEmpty();
        TestContext.Out.WriteLine(
            $"canary: {commands} commands, {Secrets.FilesSearched} files and outputs, {Secrets.BytesSearched} bytes, {Secrets.Forms} spellings"
        );
    }

    public void Dispose() => folder.Dispose();
}
