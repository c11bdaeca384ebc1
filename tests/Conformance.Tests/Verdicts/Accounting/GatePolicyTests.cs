using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Accounting;

internal sealed class GatePolicyTests
{
    private static readonly StatusIs Created = new(Sample.Must(), [201]);
    private static readonly CaseResult Passed = Recorded.Step(Created).Answering(201, Sample.Order).Judge();
    private static readonly CaseResult Failed = Recorded.Step(Created).Answering(200, Sample.Order).Judge();
    private static readonly CaseResult Open = CaseJudge.NotCarriedOut(Passed.Case, "no state");
    private static readonly CaseResult Skipped = CaseJudge.Skipped(Passed.Case, "waived");
    private static readonly CaseResult Broken = CaseJudge.Broken(Passed.Case, "no certificate");
    private static readonly CaseResult Unreached = Recorded
        .Step(Created)
        .NotAnswering("create", TransportFailureKind.Unreachable)
        .Judge();

    [Test]
    public void A_run_in_which_everything_passed_conforms() =>
        ExitCode(Passed, Passed).Should().Be(ExitCodes.Conforming);

    [Test]
    public void One_failure_fails_whatever_else_happened() =>
        ExitCode(Passed, Failed, Open, Broken, Skipped).Should().Be(ExitCodes.RequirementFailed);

    [Test]
    public void A_run_in_which_nothing_was_judged_never_conforms()
    {
        ExitCode().Should().Be(ExitCodes.GateNotMet);
        ExitCode(Skipped, Skipped).Should().Be(ExitCodes.GateNotMet);
        ExitCode(new GatePolicy { AllowedInconclusive = null }, null, Open).Should().Be(ExitCodes.GateNotMet);
    }

    [Test]
    public void A_target_that_never_answered_is_unreachable_and_not_wrong() =>
        ExitCode(Unreached, Unreached, Skipped).Should().Be(ExitCodes.TargetUnreachable);

    [Test]
    public void A_target_that_went_away_in_the_middle_does_not_conform() =>
        ExitCode(Passed, Unreached).Should().Be(ExitCodes.GateNotMet);

    [Test]
    public void A_defect_of_ours_is_no_pass() => ExitCode(Passed, Broken).Should().Be(ExitCodes.UsageOrConfiguration);

    [TestCase(0, ExitCodes.GateNotMet)]
    [TestCase(1, ExitCodes.GateNotMet)]
    [TestCase(2, ExitCodes.Conforming)]
    [TestCase(null, ExitCodes.Conforming)]
    public void Open_questions_count_against_the_allowance(int? allowed, int exitCode) =>
        ExitCode(new GatePolicy { AllowedInconclusive = allowed }, null, Passed, Open, Open).Should().Be(exitCode);

    [TestCase(0.9, ExitCodes.Conforming)]
    [TestCase(0.89, ExitCodes.GateNotMet)]
    [TestCase(null, ExitCodes.GateNotMet)]
    public void Coverage_that_is_too_low_or_unknown_does_not_conform(double? coverage, int exitCode) =>
        ExitCode(new GatePolicy { LeastCoverage = 0.9 }, coverage, Passed).Should().Be(exitCode);

    [Test]
    public void An_interrupted_run_says_so()
    {
        var run = Run(Failed) with { WasInterrupted = true };

        new GatePolicy().Decide(Ids(run), run).ExitCode.Should().Be(ExitCodes.Interrupted);
    }

    [Test]
    public void A_planned_case_without_a_verdict_is_no_pass()
    {
        var run = Run(Passed);
        var decision = new GatePolicy().Decide([.. Ids(run), "lost"], run);

        decision.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        decision.Reason.Should().Contain("planned, but without a verdict: 1 (lost)");
    }

    [Test]
    public void A_case_judged_twice_or_not_planned_is_no_pass()
    {
        var run = Run(Passed, Passed);
        var twice = run with { Cases = [run.Cases[0], run.Cases[0]] };

        new GatePolicy().Decide([run.Cases[0].Case.Id], twice).Reason.Should().Contain("judged more than once");
        new GatePolicy().Decide([run.Cases[0].Case.Id], run).Reason.Should().Contain("judged, but not planned");
    }

    [Test]
    public void What_is_neither_passed_nor_failed_has_a_reason()
    {
        var run = Run(Passed, Skipped with { Reason = " " });

        new GatePolicy().Decide(Ids(run), run).ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
    }

    [Test]
    public void The_account_adds_up()
    {
        var run = Run(Passed, Passed, Failed, Open, Skipped, Broken);
        var account = CaseAccount.Of(Ids(run), run);

        account.Should().BeEquivalentTo(new CaseAccount(6, 2, 1, 1, 1, 1));
        account.Defects.Should().BeEmpty();
    }

    private static int ExitCode(params CaseResult[] cases) => ExitCode(new GatePolicy(), null, cases);

    private static int ExitCode(GatePolicy policy, double? coverage, params CaseResult[] cases)
    {
        var run = Run(cases);
        return policy.Decide(Ids(run), run, coverage).ExitCode;
    }

    private static ImmutableArray<string> Ids(RunResult run) => [.. run.Cases.Select(c => c.Case.Id)];

    private static RunResult Run(params CaseResult[] cases) =>
        new()
        {
            Run = new()
            {
                Specification = Sample.Specification,
                BaseUrl = new("https://api.example.com"),
                Environment = "sandbox",
                Seed = 1,
                ToolVersion = "0.0.0",
                StartedAt = default,
                RunId = "run-1",
            },
            Cases = [.. cases.Select((c, i) => c with { Case = c.Case with { Id = $"case-{i}" } })],
            Duration = TimeSpan.Zero,
            Requests = cases.Length,
        };
}
