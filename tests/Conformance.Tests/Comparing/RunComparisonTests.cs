using System.Collections.Immutable;
using Conformance.Comparing;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Comparing;

internal sealed class RunComparisonTests
{
    [Test]
    public void A_case_fails_newly_when_it_did_not_fail_before_or_did_for_another_cause()
    {
        var before = Run([Case("a", "passed"), Case("b", "failed"), Case("c", "failed")], ("x", "b"), ("y", "c"));
        var after = Run([Case("a", "failed"), Case("b", "failed"), Case("c", "failed")], ("x", "b"), ("z", "c"));

        var newly = RunComparison.Of(before, after).NewlyFailing;

        newly.Select(c => $"{c.Id} {c.Before} {c.Detail}").Should().Equal("a passed ", "c failed z");
    }

    [Test]
    public void What_failed_and_passes_is_fixed() =>
        RunComparison
            .Of(Run([Case("a", "failed")]), Run([Case("a", "passed")]))
            .Fixed.Select(c => c.Id)
            .Should()
            .Equal("a");

    [Test]
    public void What_was_decided_and_is_open_or_gone_is_told()
    {
        var comparison = RunComparison.Of(
            Run([Case("a", "passed"), Case("b", "failed"), Case("c", "passed")]),
            Run([Case("a", "inconclusive") with { Reason = "no state" }, Case("c", "passed")])
        );

        comparison
            .NoLongerDecided.Select(c => $"{c.Id} {c.After} {c.Detail}")
            .Should()
            .Equal("a inconclusive no state", "b absent ");
        comparison.RequirementsLost.Should().Equal("r-a", "r-b");
        comparison.NewlyFailing.Should().BeEmpty();
    }

    [Test]
    public void What_a_filter_left_out_of_one_run_is_neither_lost_nor_new()
    {
        var whole = Run([Case("a", "passed"), Case("b", "failed"), Case("c", "passed")]);
        var part = Run([Case("a", "passed"), Case("c", "inconclusive")]);
        part = part with { Run = part.Run with { Filter = "kind=happy_path" } };

        var comparison = RunComparison.Of(whole, part);

        comparison.IsOfOtherCases.Should().BeTrue();
        comparison.NotCompared.Should().Be(1);
        comparison.NoLongerDecided.Select(c => c.Id).Should().Equal("c");
        comparison.RequirementsLost.Should().Equal("r-c");
    }

    [Test]
    public void Two_targets_behave_otherwise_when_a_step_is_answered_with_another_status()
    {
        var comparison = RunComparison.Of(
            Run([Case("a", "passed", Answers(201, 200))]),
            Run([Case("a", "passed", Answers(202, 200))]) with
            {
                Run = Head("https://staging.example.com", "staging"),
            }
        );

        comparison.IsOfTwoTargets.Should().BeTrue();
        comparison
            .Differences.Should()
            .Equal(new BehaviouralDifference("a", "title of a", "send: 200, 201", "send: 200, 202"));
    }

    // Ten times the limit takes ten times the requests, and less throttling on the way: declared, so no difference.
    [Test]
    public void Another_limit_is_no_other_behaviour()
    {
        var few = Case("l", "passed", [.. Answers(200), .. Answers(429)]) with { Kind = "rate_limit" };
        var many = few with { Exchanges = [.. Enumerable.Repeat(Answers(200)[0], 10), .. Answers(429)] };
        var throttled = Case("a", "passed", [.. Answers(429), .. Answers(201)]);

        RunComparison
            .Of(Run([few, throttled]), Run([many, Case("a", "passed", Answers(201))]))
            .Differences.Should()
            .BeEmpty();
    }

    [Test]
    public void A_limit_that_is_not_enforced_is_other_behaviour()
    {
        var limited = Case("l", "passed", [.. Answers(200), .. Answers(429)]) with { Kind = "rate_limit" };

        RunComparison
            .Of(Run([limited]), Run([limited with { Exchanges = Answers(200, 200) }]))
            .Differences.Should()
            .ContainSingle();
    }

    [TestCase(40, 1)]
    [TestCase(3, 0)]
    public void An_operation_is_slower_when_enough_answers_show_it(int answers, int expected)
    {
        var slower = RunComparison.Of(Run([Timed(answers, 20)]), Run([Timed(answers, 60)])).Slower;

        slower.Select(s => s.Operation).Should().Equal(Enumerable.Repeat("POST /notes/{id}", expected));
    }

    [Test]
    public void A_little_slower_or_another_operation_is_not_told() =>
        RunComparison
            .Of(Run([Timed(40, 20)]), Run([Timed(40, 22), Timed(40, 90, "https://h/tokens/1") with { Id = "b" }]))
            .Slower.Should()
            .BeEmpty();

    private static SummarizedCase Timed(int answers, double ms, string url = "https://h/v1/notes/7?dry=1") =>
        Case(
            "t",
            "passed",
            [
                .. Enumerable
                    .Range(0, answers)
                    .Select(i => new SummarizedExchange("send", "POST", url, 200, ms + (i % 3))),
            ]
        ) with
        {
            Endpoint = "POST /notes/{id}",
        };

    private static SummarizedCase Case(
        string id,
        string verdict,
        ImmutableArray<SummarizedExchange>? exchanges = null
    ) => new(id, $"title of {id}", "happy_path", "POST /notes", verdict, null, new($"r-{id}", "MUST"), exchanges ?? []);

    private static ImmutableArray<SummarizedExchange> Answers(params int[] statuses) =>
        [.. statuses.Select(s => new SummarizedExchange("send", "POST", "https://h/notes", s, 5))];

    private static SummarizedHead Head(string url, string environment) =>
        new(default, environment, false, url, new("Notes", "1.0.0", new string('a', 64)));

    private static SummarizedRun Run(
        ImmutableArray<SummarizedCase> cases,
        params (string Cause, string Case)[] failures
    ) =>
        new(
            "conformance-summary",
            1,
            Head("https://sandbox.example.com", "sandbox"),
            new(10, 5),
            [.. failures.Select(f => new SummarizedFinding(f.Cause, "broken", [f.Case]))],
            cases
        );
}
