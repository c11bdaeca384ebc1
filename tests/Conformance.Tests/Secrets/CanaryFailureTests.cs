using System.Net;
using System.Text;
using Conformance.Reports;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Run;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Secrets;

/// <summary>
/// Recognisable secrets in every place that takes one, and ways to fail: none of them is in any byte that is written or
/// printed.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CanaryFailureTests
{
    private static readonly string AllReports = string.Join(',', ReportSet.Keys);

    [Test]
    public async Task What_breaks_inside_the_tool_is_told_without_it()
    {
        using var session = new CanarySession();
        using var handler = new BreakingHandler();
        var options = new RunOptions
        {
            Specification = session.Contract("api-key"),
            Handler = handler,
            Configuration = session.Secrets.Variables,
            Reports = AllReports,
            OutputFolder = session.Out("broken"),
            RecordFolder = session.Out("broken/record"),
            Filter = "id=list-doors/happy_path/*",
        };

        var run = await ConformanceRun.RunAsync(options, new SequentialRunner(), new RunContext(), default);

        handler.Seen.Should().Contain(Canaries.Values["API_KEY"]);
        session.ShouldHaveToldNothing();
        session.Secrets.FoundIn(Encoding.UTF8.GetBytes($"{run.Refusal} {run.Value?.Gate}")).Should().BeEmpty();
    }

    [Test]
    public async Task A_check_that_breaks_is_told_without_the_secret_it_broke_over([Values(0, 130)] int before)
    {
        using var session = new CanarySession();
        await using var target = await EchoingTarget.StartAsync("headers");
        var plan = ConformancePlan
            .Make(
                new RunOptions
                {
                    Specification = session.Contract("api-key"),
                    BaseUrl = new Uri(target.Url),
                    Configuration = session.Secrets.Variables,
                    Reports = AllReports,
                    OutputFolder = session.Out("broken"),
                    RecordFolder = session.Out("broken/record"),
                    Filter = "id=list-doors/happy_path/valid-request",
                },
                default
            )
            .Value!;
        // No pattern, and the system's message says which: whole, or cut off in its middle.
        var wrong = new string('.', before) + "(" + Canaries.Values["API_KEY"];
        var broken = plan.Cases.Single() with
        {
            Steps =
            [
                .. plan
                    .Cases.Single()
                    .Steps.Select(s =>
                        s is CaseStep.Send send
                            ? send with
                            {
                                Expectations = [new HeaderIs(plan.Cases[0].Requirement, "X-Echo", wrong, null)],
                            }
                            : s
                    ),
            ],
        };

        var opening = await ConformanceSession.OpenAsync(plan with { Cases = [broken] }, new RunContext(), default);
        await using var running = opening.Value!;
        var result = await running.RunCaseAsync(broken, default);
        await running.CompleteAsync([]);

        var told = result.Checks.Single(c => c.Check is nameof(HeaderIs)).Finding!.Actual;
        told.Should().Contain("The pattern ").And.Contain("(***");
        session.Secrets.FoundIn(Encoding.UTF8.GetBytes(told)).Should().BeEmpty();
        File.Exists(session.Out("broken/report.html")).Should().BeTrue();
        session.ShouldHaveToldNothing();
    }

    [Test]
    public async Task What_is_wrong_with_a_command_line_or_a_file_is_told_without_it()
    {
        using var session = new CanarySession();
        var path = session.Contract("oauth");
        var secrets = session.File("secrets.env", $"CLIENT_SECRET {Canaries.Values["CLIENT_SECRET"]}\n");
        var broken = session.File("broken.har", $"{{\"log\":{{\"entries\":[\"{Canaries.InPath}\"");
        string[] urls =
        [
            $"http://user:{Canaries.InUrl}@127.0.0.1:9",
            $"http://{Canaries.InUrl}@127.0.0.1:9/",
            $"http://127.0.0.1:9/?key={Canaries.InPath}",
            $"htp://user:{Canaries.InUrl}@127.0.0.1",
            $"user:{Canaries.InUrl}@127.0.0.1",
        ];
        string[][] commands =
        [
            .. urls.SelectMany(url =>
                (string[][])
                    [
                        ["run", path, "--base-url", url],
                        ["run", path, "--base-url", "http://127.0.0.1:9", "--token-url", url],
                        ["run", path, "--base-url", "http://127.0.0.1:9", "--webhook-url", url],
                        [
                            "run",
                            path,
                            "--filter",
                            "id=list-doors/happy_path/valid-request",
                            "--provider-states",
                            url,
                            "--out",
                            session.Out("s"),
                        ],
                        [
                            "run",
                            path,
                            "--filter",
                            "id=list-doors/happy_path/valid-request",
                            "--test-clock",
                            url,
                            "--out",
                            session.Out("c"),
                        ],
                        ["check-har", path, broken, "--base-url", url],
                        ["record", path, "--base-url", url],
                        ["webhook-receiver", path, "--url", url, "--secret-env", "WEBHOOK_SECRET"],
                    ]
            ),
            ["run", path, "--base-url", "http://127.0.0.1:9", "--out", session.Out("unreachable")],
            ["run", path, "--secrets", secrets],
            ["check-har", path, broken],
        ];

        foreach (var command in commands)
        {
            await session.RunAsync(command);
        }

        session.ShouldHaveToldNothing();
    }

    private sealed class BreakingHandler : HttpMessageHandler
    {
        public string Seen { get; private set; } = "";

        // The probe of a run has no credential, and is answered.
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (!request.Headers.NonValidated.Contains("X-Api-Key"))
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
            }

            Seen += request.Headers.NonValidated["X-Api-Key"].ToString();
            throw new InvalidOperationException($"broken at {Seen}");
        }
    }
}
