using System.Collections.Concurrent;
using Conformance.Execution.Recording;
using Conformance.Repeating;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

/// <summary>What becomes of a case that fails and is repeated.</summary>
internal sealed class RepetitionTests
{
    private readonly ConcurrentQueue<string> carriedOut = new();

    [Test]
    public async Task What_passes_when_repeated_is_flaky_and_keeps_both_exchanges()
    {
        var result = await RunAsync(retries: 1, isStrict: false, Failing(), Passing());

        result.Verdict.Should().Be(Verdict.Passed);
        result.Flakiness.Should().NotBeNull();
        var failed = result.Attempts.Single();
        (failed.Number, failed.Verdict).Should().Be((1, Verdict.Failed));
        failed.Record!.Exchanges.Should().NotBeEmpty();
        result.Record!.Exchanges.Should().NotBeEmpty();
    }

    [Test]
    public async Task A_strict_run_fails_it_all_the_same()
    {
        var result = await RunAsync(retries: 1, isStrict: true, Failing(), Passing());

        result.Verdict.Should().Be(Verdict.Failed);
        result.Flakiness.Should().NotBeNull();
        result.Attempts.Single().Verdict.Should().Be(Verdict.Passed);
    }

    [Test]
    public async Task What_fails_every_time_is_broken_and_no_more_is_sent_than_was_asked_for()
    {
        var result = await RunAsync(retries: 2, isStrict: false, [.. Enumerable.Repeat(Failing(), 9)]);

        result.Verdict.Should().Be(Verdict.Failed);
        result.Flakiness.Should().BeNull();
        result
            .Attempts.Select(a => a.Setting)
            .Should()
            .Equal(AttemptSetting.InOrder, AttemptSetting.InOrder, AttemptSetting.Alone, AttemptSetting.Alone);
        carriedOut.Should().HaveCount(5);
    }

    // A key that the target has seen would be answered from its memory.
    [Test]
    public async Task Each_attempt_has_keys_of_its_own_and_stays_the_same_case()
    {
        var result = await RunAsync(retries: 1, isStrict: false, Failing(), Passing());

        carriedOut.Should().OnlyHaveUniqueItems();
        result.Case.Id.Should().Be(SampleRun.Failed.Case.Id);
        result.Record!.Case.Id.Should().Be(SampleRun.Failed.Case.Id);
    }

    [Test]
    public async Task What_passes_or_is_open_is_not_repeated()
    {
        await RunAsync(retries: 3, isStrict: false, Passing());
        carriedOut.Should().ContainSingle();
        await RunAsync(retries: 3, isStrict: false, Failing() with { Verdict = Verdict.Inconclusive });

        carriedOut.Should().ContainSingle();
    }

    [Test]
    public async Task What_passes_only_alone_depends_on_the_order() =>
        (await RunAsync(retries: 1, isStrict: false, Failing(), Failing(), Passing()))
            .Flakiness.Should()
            .Be(Flakiness.Order);

    [Test]
    public async Task What_is_refused_for_too_many_requests_is_throttled() =>
        (await RunAsync(1, false, Answered(Failing(), status: 429), Passing()))
            .Flakiness.Should()
            .Be(Flakiness.Throttling);

    [Test]
    public async Task What_takes_far_longer_is_late() =>
        (await RunAsync(1, false, Answered(Failing(), seconds: 5), Passing())).Flakiness.Should().Be(Flakiness.Latency);

    [Test]
    public async Task What_sends_other_data_depends_on_it() =>
        (await RunAsync(1, false, Answered(Failing(), body: "{\"quantity\":7}"), Passing()))
            .Flakiness.Should()
            .Be(Flakiness.Data);

    [Test]
    public async Task What_nothing_explains_is_called_so() =>
        (await RunAsync(1, false, Answered(Failing()), Passing())).Flakiness.Should().Be(Flakiness.Unexplained);

    [Test]
    public async Task A_target_that_refuses_everything_is_not_asked_for_ever()
    {
        using var repetition = Repetition(1, false, _ => Failing());
        for (var i = 0; i < CaseRepetition.MostCases + 5; i++)
        {
            await repetition.RunAsync(SampleRun.Failed.Case, CancellationToken.None);
        }

        repetition.NotRepeated.Should().Be(5);
        RepetitionNotes
            .Of([], repetition.NotRepeated)
            .Should()
            .Equal("5 failed cases were not repeated: after 25 a target is broken, not flaky.");
    }

    [Test]
    public async Task Alone_is_alone()
    {
        using var running = new RunningAlone();
        var gate = new TaskCompletionSource();
        var beside = running.BesideAsync(() => Wait(gate.Task));
        var alone = running.AloneAsync(() => Task.FromResult(true));

        alone.IsCompleted.Should().BeFalse("another is running");
        gate.SetResult();
        (await beside).Should().BeTrue();
        (await alone).Should().BeTrue();
        (await running.BesideAsync(() => Task.FromResult(true))).Should().BeTrue("the place is given back");

        static async Task<bool> Wait(Task until)
        {
            await until;
            return true;
        }
    }

    [Test]
    public async Task Reports_tell_it()
    {
        var flaky = await RunAsync(1, false, Failing(), Passing());
        var result = SampleRun.Result with { Cases = [flaky] };

        RepetitionNotes.Of([flaky], 0).Single().Should().StartWith("Flaky (").And.Contain("passed on attempt 2");
        (await WrittenReport.TextAsync("ctrf", result))
            .Should()
            .Contain("\"flaky\": true")
            .And.Contain("\"retryAttempts\"");
        (await WrittenReport.TextAsync("summary", result))
            .Should()
            .Contain("\"flaky\": \"")
            .And.Contain("\"attempts\"");
        (await WrittenReport.TextAsync("har", result)).Should().Contain("attempt 1");
    }

    [Test]
    public async Task Allure_shows_the_attempts_as_retries_of_one_test()
    {
        var flaky = await RunAsync(1, false, Failing(), Passing());
        using var folder = new TemporaryFolder();
        await SampleRun.WriteAsync(folder.Path, "allure", SampleRun.Result with { Cases = [flaky] });

        var results = Directory
            .EnumerateFiles(folder.File("allure-results"), "*-result.json")
            .Select(f => System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(f))!)
            .ToArray();
        results.Should().HaveCount(2);
        results.Select(r => (string)r["historyId"]!).Distinct().Should().ContainSingle();
        results.Select(r => (string)r["status"]!).Should().BeEquivalentTo("failed", "passed");
        results.Count(r => (bool?)r["statusDetails"]?["flaky"] is true).Should().Be(1);
    }

    private static CaseResult Failing() => SampleRun.Failed;

    private static CaseResult Passing() =>
        Answered(SampleRun.Failed with { Verdict = Verdict.Passed, Checks = [SampleRun.Held("StatusIs", 0)] });

    private static CaseResult Answered(
        CaseResult of,
        int status = 201,
        double seconds = 0.03,
        string body = "{\"quantity\":0}"
    ) =>
        of with
        {
            Record = of.Record! with
            {
                StartedAt = SampleRun.Start.AddSeconds(of.Verdict is Verdict.Passed ? 9 : 0),
                Exchanges =
                [
                    .. of.Record!.Exchanges.Select(e =>
                        e with
                        {
                            Duration = TimeSpan.FromSeconds(seconds),
                            Response = e.Response! with { Status = status },
                            Request = e.Request with { Body = System.Text.Encoding.UTF8.GetBytes(body) },
                        }
                    ),
                ],
            },
        };

    private async Task<CaseResult> RunAsync(int retries, bool isStrict, params CaseResult[] results)
    {
        carriedOut.Clear();
        var left = new Queue<CaseResult>(results);
        using var repetition = Repetition(retries, isStrict, _ => left.Dequeue());
        return await repetition.RunAsync(SampleRun.Failed.Case, CancellationToken.None);
    }

    private CaseRepetition Repetition(int retries, bool isStrict, Func<string, CaseResult> next) =>
        new(
            retries,
            isStrict,
            (contractCase, _) =>
            {
                carriedOut.Enqueue(contractCase.Id);
                var result = next(contractCase.Id);
                return Task.FromResult(
                    result with
                    {
                        Case = contractCase,
                        Record = result.Record! with { Case = contractCase },
                    }
                );
            }
        );
}
