using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Judging;

internal sealed class CaseJudgeTests
{
    private static readonly StatusIs Created = new(Sample.Must(), [201]);

    [Test]
    public void A_case_whose_checks_all_hold_is_passed()
    {
        var result = Recorded.Step(Created).Answering(201, Sample.Order).Judge();

        result.Verdict.Should().Be(Verdict.Passed);
        result.Reason.Should().BeNull();
        result.Repeat.Should().BeNull();
        result.Checks.Should().OnlyContain(c => c.Outcome == CheckOutcome.Held);
    }

    [Test]
    public void A_broken_check_fails_the_case_and_can_be_repeated()
    {
        var result = Recorded.Step(Created).Answering(400, Sample.Error("VALIDATION_ERROR")).Judge();

        result.Verdict.Should().Be(Verdict.Failed);
        result.Repeat.Should().StartWith("curl -X POST https://api.example.com/orders -H 'Authorization: Bearer ***'");
    }

    [Test]
    public void A_broken_requirement_that_does_not_gate_warns()
    {
        var result = Recorded.Step(Created with { Requirement = Sample.Should() }).Answering(200, Sample.Order).Judge();

        result.Warnings.Should().Contain(c => c.Check == "StatusIs");
    }

    [Test]
    public void A_strict_run_fails_where_others_warn()
    {
        var recorded = Recorded.Step(new StatusIs(Sample.Should(), [202])).Answering(201, Sample.Order);

        recorded.Judge().Verdict.Should().Be(Verdict.Passed);
        (recorded with { Context = recorded.Context with { IsStrict = true } })
            .Judge()
            .Verdict.Should()
            .Be(Verdict.Failed);
    }

    [Test]
    public void A_requirement_that_is_optional_never_fails_not_even_in_a_strict_run()
    {
        var may = Sample.Must() with { Level = Conformance.Scenarios.Requirements.RequirementLevel.May };
        var recorded = Recorded.Step(new StatusIs(may, [202])).Answering(201, Sample.Order);

        (recorded with { Context = recorded.Context with { IsStrict = true } })
            .Judge()
            .Verdict.Should()
            .Be(Verdict.Passed);
    }

    [Test]
    public void A_case_in_which_nothing_was_sent_is_not_passed() =>
        (Recorded.Step() with { Own = Sample.Must() }).Judge().Verdict.Should().Be(Verdict.Inconclusive);

    [Test]
    public void A_case_whose_own_requirement_nothing_judged_is_not_passed()
    {
        var result = (Recorded.Step(Created) with { Own = Sample.Must("another.requirement") })
            .Answering(201, Sample.Order)
            .Judge();

        result.Verdict.Should().Be(Verdict.Inconclusive);
        result.Reason.Should().Contain("another.requirement");
    }

    [Test]
    public void A_step_that_was_left_out_without_a_reason_is_not_passed()
    {
        var result = Recorded.Step(Created).Then("replay", Created).Answering(201, Sample.Order).Judge();

        result.Verdict.Should().Be(Verdict.Inconclusive);
        result.Reason.Should().Be("step replay: the step was not carried out");
    }

    [TestCase(ObstacleKind.StateNotReachable, Verdict.Inconclusive)]
    [TestCase(ObstacleKind.WaitTooLong, Verdict.Inconclusive)]
    [TestCase(ObstacleKind.TargetUnreachable, Verdict.Inconclusive)]
    [TestCase(ObstacleKind.ArrangementFailed, Verdict.Inconclusive)]
    [TestCase(ObstacleKind.NoCredential, Verdict.Inconclusive)]
    [TestCase(ObstacleKind.RunLimit, Verdict.Inconclusive)]
    [TestCase(ObstacleKind.NotAllowedHere, Verdict.Skipped)]
    [TestCase(ObstacleKind.Broken, Verdict.Error)]
    public void An_obstacle_decides_a_case_in_which_nothing_broke(ObstacleKind kind, Verdict verdict)
    {
        var result = (Recorded.Step(Created) with { Obstacle = new(kind, "configure it", "create") }).Judge();

        result.Verdict.Should().Be(verdict);
        result.Reason.Should().Be("step create: configure it");
    }

    [Test]
    public void A_contradiction_seen_before_an_obstacle_is_a_failure()
    {
        var recorded = Recorded.Step(Created).Then("wait").Answering(500, Sample.Error("INTERNAL_ERROR"));
        var result = (recorded with { Obstacle = new(ObstacleKind.WaitTooLong, "raise --max-wait", "wait") }).Judge();

        result.Verdict.Should().Be(Verdict.Failed);
    }

    [TestCase(TransportFailureKind.Timeout)]
    [TestCase(TransportFailureKind.Unreachable)]
    [TestCase(TransportFailureKind.Protocol)]
    [TestCase(TransportFailureKind.Tls)]
    public void No_answer_is_no_contradiction(TransportFailureKind kind)
    {
        var result = Recorded.Step(Created).NotAnswering("create", kind).Judge();

        result.Verdict.Should().Be(Verdict.Inconclusive);
        result.Reason.Should().Contain(kind.ToString()).And.Contain("connection refused");
    }

    [Test]
    public void A_429_outside_a_rate_limit_case_is_throttling()
    {
        var result = Recorded.Step(Created).Answering(429, Sample.Error("RATE_LIMIT_EXCEEDED")).Judge();

        result.Verdict.Should().Be(Verdict.Inconclusive);
        result.Reason.Should().Contain("throttled");
    }

    [Test]
    public void A_429_in_a_rate_limit_case_is_an_answer()
    {
        var recorded = Recorded.Step(Created).Answering(429, Sample.Error("RATE_LIMIT_EXCEEDED"));

        (recorded with { Kind = ScenarioKind.RateLimit }).Judge().Verdict.Should().Be(Verdict.Failed);
    }

    [Test]
    public void An_arrangement_that_does_not_work_out_is_no_failure_of_the_case()
    {
        var result = (Recorded.Step() with { Own = Sample.Must() })
            .Arranging("arrange", Created)
            .Answering("create", 201, Sample.Order)
            .Answering("arrange", 409, Sample.Error("CONFLICT"))
            .Judge();

        result.Verdict.Should().Be(Verdict.Inconclusive);
        result.Reason.Should().Contain("step arrange").And.Contain("CONFLICT");
    }

    [Test]
    public void What_every_answer_owes_is_judged_on_arrangements_too()
    {
        var result = (Recorded.Step(Created))
            .Arranging("arrange", Created)
            .Answering("create", 201, Sample.Order)
            .Answering("arrange", 418, Sample.Error("CONFLICT"))
            .Judge();

        result.Failures.Should().ContainSingle(f => f.Check == "StatusIsDeclared");
    }

    [Test]
    public void Where_the_status_is_wrong_the_body_is_not_judged_as_well()
    {
        var result = Recorded
            .Step(new BodyHasFields(Sample.Must(), ["order_id"]), Created)
            .Answering(400, Sample.Error("VALIDATION_ERROR"))
            .Judge();

        result.Failures.Select(f => f.Check).Should().Equal("StatusIs");
    }

    [Test]
    public void Where_the_status_is_wrong_its_body_is_not_compared_with_another_as_well()
    {
        var result = Recorded
            .Step(Created)
            .Then("replay", new StatusIs(Sample.Must(), [200]))
            .Expecting(new FieldsAgree(Sample.Must(), "create", "replay", ["order_id"]))
            .Answering("create", 201, Sample.Order)
            .Answering("replay", 409, Sample.Error("CONFLICT"))
            .Judge();

        result.Failures.Select(f => f.Check).Should().Equal("StatusIs");
    }

    [Test]
    public void Where_only_a_preferred_status_is_missed_the_body_is_judged()
    {
        var result = Recorded
            .Step(new BodyHasFields(Sample.Must(), ["nothing"]), new StatusIs(Sample.Should(), [202]))
            .Answering(201, Sample.Order)
            .Judge();

        result.Failures.Should().Contain(f => f.Check == "BodyHasFields");
    }

    [Test]
    public void A_repeated_request_is_judged_by_its_repetition()
    {
        var result = Recorded
            .Step(Created)
            .Answering(401, Sample.Error("UNAUTHORIZED"))
            .Answering(201, Sample.Order)
            .Judge();

        result.Verdict.Should().Be(Verdict.Passed);
    }

    [Test]
    public void One_cause_in_many_exchanges_is_one_finding()
    {
        var recorded = new Recorded().UntilLimited("drive", 20);
        for (var i = 0; i < 20; i++)
        {
            recorded = recorded.Answering("drive", 418, Sample.Error("CONFLICT"));
        }

        recorded.Judge().Failures.Should().ContainSingle(f => f.Check == "StatusIsDeclared");
    }

    [Test]
    public void Secrets_are_masked_in_every_text()
    {
        var recorded = Recorded
            .Step(Created)
            .Answering(400, Sample.Error("VALIDATION_ERROR", "the key s3cret is wrong"));
        var result = (
            recorded with
            {
                Context = recorded.Context with
                {
                    Mask = text => text.Replace("s3cret", "***", StringComparison.Ordinal),
                },
            }
        ).Judge();

        result.Failures.Should().OnlyContain(f => !f.Finding!.Actual.Contains("s3cret"));
        result.Failures.First().Finding!.Actual.Should().Contain("the key *** is wrong");
    }

    [Test]
    public void A_defect_in_a_check_is_an_error_that_names_the_check()
    {
        var result = Recorded
            .Step(new HeaderIs(Sample.Must(), "X-Any", "(", null))
            .Answering(201, Sample.Order, ("X-Any", "1"))
            .Judge();

        result.Verdict.Should().Be(Verdict.Error);
        result.Reason.Should().Contain("HeaderIs");
        result.Checks.Should().Contain(c => c.Check == "HeaderIs" && c.Outcome == CheckOutcome.NotJudged);
    }

    private static readonly CredentialUse[] Strangers =
    [
        new CredentialUse.Anonymous(),
        new CredentialUse.Literal("foreign"),
        new CredentialUse.Tampered(CredentialChange.LookAlike),
    ];

    [Test]
    public void A_handshake_refused_to_a_stranger_is_as_good_as_401(
        [Values(TransportFailureKind.Tls, TransportFailureKind.Protocol, TransportFailureKind.Timeout)]
            TransportFailureKind kind,
        [ValueSource(nameof(Strangers))] CredentialUse use
    )
    {
        var verdict = kind is TransportFailureKind.Timeout ? Verdict.Inconclusive : Verdict.Passed;
        var recorded = (new Recorded { Use = use })
            .Then("create", new StatusIs(Sample.Must(), [401]))
            .NotAnswering("create", kind);
        var authentication = new Authentication
        {
            Type = Sample.At(AuthenticationType.MutualTls),
            Location = Sample.Line(5),
        };
        var context = recorded.Context with
        {
            Specification = Sample.Specification with { Authentication = authentication },
        };

        (recorded with { Context = context }).Judge().Verdict.Should().Be(verdict);
        recorded.Judge().Verdict.Should().Be(Verdict.Inconclusive);
    }
}
