using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class FieldIsNotTests : CheckTests
{
    private static readonly FieldIsNot Expectation = new(Sample.Must(), "status", Sample.Json("\"cancelled\""));

    protected override string Check => nameof(FieldIsNot);

    protected override IEnumerable<Scene> Holding =>
        [
            new("another value", Answered("""{"status":"pending"}""")),
            new("no such field", Answered("""{"order_id":"ORD-1"}""")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("taken over", Answered("""{"status":"cancelled"}""")),
            new("taken over with an escape", Answered("""{"status":"cancell\u0065d"}""")),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 201, body, headers);

    [Test]
    public void A_refused_request_took_over_nothing() =>
        OutcomesOf(Recorded.Step(Expectation).Answering(400, Sample.Error("VALIDATION_ERROR")).Judge())
            .Should()
            .BeEmpty();

    [Test]
    public void An_answer_that_is_no_json_leaves_it_open() =>
        OutcomesOf(Recorded.Step(Expectation).Answering(201, "<p>created</p>").Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);

    [TestCase(400, Verdict.Passed)]
    [TestCase(201, Verdict.Inconclusive)]
    public void A_step_that_depends_on_a_refused_one_is_no_gap(int status, Verdict verdict)
    {
        var open = new IsAcceptedOrRefused(Sample.Must(), "a field of the answer in the request");
        var recorded = Recorded
            .Step(open)
            .Then("read", Expectation)
            .Answering(status, status < 300 ? Sample.Order : Sample.Error("VALIDATION_ERROR"));
        var steps = recorded.Steps.Select(s =>
            s is CaseStep.Send { Name: "read" } read ? read with { OnlyAfterSuccessOf = "create" } : s
        );

        (recorded with { Steps = [.. steps] }).Judge().Verdict.Should().Be(verdict);
    }

    private static Recorded Answered(string body) => Recorded.Step(Expectation).Answering(201, body);
}
