using System.Diagnostics;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Hostile;

/// <summary>A pattern of the specification that explodes on the answer it meets: the run ends in time, with what is known.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostilePatternTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Test]
    public async Task What_can_be_matched_step_by_step_is_judged()
    {
        var answer = await AgainstAsync("^(a+)+$", new string('a', 50_000) + "!");

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed, answer.Out + answer.Error);
        answer.Out.Should().Contain("^(a+)+$");
    }

    [Test]
    public async Task What_needs_backtracking_without_end_is_undecided_and_not_wrong()
    {
        var answer = await AgainstAsync("^(?=(a+)+$)", new string('a', 50_000) + "!");

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet, answer.Out + answer.Error);
        answer.Out.Should().Contain("$.code: matching took too long");
    }

    private static async Task<CliAnswer> AgainstAsync(string pattern, string value)
    {
        using var folder = new TemporaryFolder();
        var way = HostileWay.Json("a slow text", Verdict.Failed, "", $$"""{ "code": "{{value}}" }""");
        await using var server = HostileServer.Start([way]);
        var specification = folder.File("spec.yaml");
        await File.WriteAllTextAsync(
            specification,
            $$"""
            info: { title: T, version: "1.0.0" }
            endpoints:
              - operation_id: way-0
                method: GET
                path: /ways/0
                security: { public: true }
                responses:
                  200:
                    description: A text
                    schema:
                      type: object
                      required: [code]
                      properties: { code: { type: string, pattern: '{{pattern}}' } }
            """
        );
        var watch = Stopwatch.StartNew();

        var answer = await CliRunner.RunContractAsync(
            specification,
            "--base-url",
            server.Url.ToString(),
            "--filter",
            "id=way-0/*valid-request"
        );

        watch.Elapsed.Should().BeLessThan(Limit);
        return answer;
    }
}
