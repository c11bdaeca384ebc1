using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Judging;

/// <summary>Which answers of a step are judged by what it expects.</summary>
internal sealed class StepJudgingTests
{
    private static readonly StatusIs Created = new(Sample.Must(), [201]);
    private static readonly BodyHasFields Fields = new(Sample.Must(), ["order_id"]);

    [TestCase(201, 201, Verdict.Passed)]
    [TestCase(400, 201, Verdict.Failed)]
    [TestCase(201, 400, Verdict.Failed)]
    public void Each_of_several_at_once_is_judged(int one, int other, Verdict verdict) =>
        new Recorded()
            .Concurrently("create", 2, Created)
            .Answering(one, Body(one))
            .Answering(other, Body(other))
            .Judge()
            .Verdict.Should()
            .Be(verdict);

    [Test]
    public void Several_at_once_that_were_not_sent_are_not_passed() =>
        new Recorded().Concurrently("create", 2, Created).Judge().Verdict.Should().Be(Verdict.Inconclusive);

    [Test]
    public void Of_requests_up_to_a_limit_the_first_refusal_is_judged_and_nothing_else()
    {
        var recorded = Limited().Answering("drive", 201, Sample.Order);

        Of(Refused(Refused(recorded))).Should().Equal((CheckOutcome.Held, 1));
        Of(Refused(recorded, "0")).Should().Equal((CheckOutcome.Broken, 1));
    }

    [Test]
    public void A_limit_that_was_not_met_leaves_its_refusal_open_at_the_last_request()
    {
        var recorded = Limited().Answering("drive", 201, Sample.Order).Answering("drive", 201, Sample.Order);

        Of(recorded).Should().Equal((CheckOutcome.NotJudged, 1));
        Of(Limited()).Should().Equal((CheckOutcome.NotJudged, null));
    }

    [TestCase(404, CheckOutcome.NotJudged)]
    [TestCase(410, CheckOutcome.NotJudged)]
    [TestCase(400, CheckOutcome.Broken)]
    public void A_made_up_reference_may_name_nothing(int status, CheckOutcome outcome) =>
        Of(MadeUp(Created, Fields).Answering(status, Sample.Error("NOT_FOUND")), "StatusIs")
            .Should()
            .Equal((outcome, 0));

    [Test]
    public void A_made_up_reference_that_shall_name_nothing_is_judged()
    {
        Of(MadeUp(new StatusIs(Sample.Must(), [404])).Answering(404, Sample.Error("NOT_FOUND")), "StatusIs")
            .Should()
            .Equal((CheckOutcome.Held, 0));
        Of(MadeUp(Fields).Answering(404, Sample.Error("NOT_FOUND")), "BodyHasFields")
            .Should()
            .Equal((CheckOutcome.Broken, 0));
    }

    [TestCase(400, 1)]
    [TestCase(409, 1)]
    [TestCase(500, 2)]
    public void A_step_that_looks_at_what_another_made_is_not_due_where_that_was_refused(int status, int judged)
    {
        var recorded = Recorded.Step(Created).Then("read", Created);
        var read = (CaseStep.Send)recorded.Steps[1] with { OnlyAfterSuccessOf = "create" };

        Of((recorded with { Steps = recorded.Steps.SetItem(1, read) }).Answering(status, Body(status)), "StatusIs")
            .Should()
            .HaveCount(judged);
    }

    [Test]
    public void Two_wrong_statuses_are_as_wrong_as_one_and_the_body_is_not_judged_as_well() =>
        Recorded
            .Step(new StatusIs(Sample.Must(), [200]), Created, Fields)
            .Answering(400, Sample.Error("VALIDATION_ERROR"))
            .Judge()
            .Checks.Should()
            .NotContain(c => c.Check == "BodyHasFields");

    [Test]
    public void A_429_is_throttling_also_where_no_status_is_expected() =>
        Of(Recorded.Step(Fields).Answering(429, Sample.Error("RATE_LIMIT_EXCEEDED")), "BodyHasFields")
            .Should()
            .Equal((CheckOutcome.NotJudged, 0));

    [Test]
    public void The_last_handshake_counts_and_401_may_be_one_of_several_statuses()
    {
        var recorded = (new Recorded { Use = new CredentialUse.Anonymous() })
            .Then("create", new StatusIs(Sample.Must(), [400, 401]))
            .NotAnswering("create", TransportFailureKind.Timeout)
            .NotAnswering("create", TransportFailureKind.Tls);
        var authentication = new Authentication
        {
            Type = Sample.At(AuthenticationType.MutualTls),
            Location = Sample.Line(5),
        };
        var specification = Sample.Specification with { Authentication = authentication };

        Of(recorded with { Context = recorded.Context with { Specification = specification } }, "StatusIs")
            .Should()
            .Equal((CheckOutcome.Held, 1));
    }

    private static string Body(int status) => status < 400 ? Sample.Order : Sample.Error("VALIDATION_ERROR");

    private static IEnumerable<(CheckOutcome, int?)> Of(Recorded recorded, string check = "HeaderIs") =>
        recorded.Judge().Checks.Where(c => c.Check == check).Select(c => (c.Outcome, c.Exchange));

    private static Recorded Limited() =>
        new Recorded { Kind = ScenarioKind.RateLimit }.UntilLimited(
            "drive",
            5,
            new HeaderIs(Sample.Must(), "Retry-After", "^[1-9][0-9]*$", null)
        );

    private static Recorded Refused(Recorded recorded, string wait = "30") =>
        recorded.Answering("drive", 429, Sample.Error("RATE_LIMIT_EXCEEDED"), ("Retry-After", wait));

    private static Recorded MadeUp(params ExchangeExpectation[] expectations)
    {
        var recorded = Recorded.Step(expectations);
        var send = (CaseStep.Send)recorded.Steps[0];
        return recorded with { Steps = [send with { Request = send.Request with { MadeUp = ["order_id"] } }] };
    }
}
