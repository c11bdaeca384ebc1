using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class IsAcceptedTests : CheckTests
{
    private static readonly IsAccepted Expectation = new(Sample.Must(), "items[0].quantity");

    protected override string Check => nameof(IsAccepted);

    protected override IEnumerable<Scene> Holding =>
        [new("2xx", Recorded.Step(Expectation).Answering(201, Sample.Order))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("refused as invalid", Recorded.Step(Expectation).Answering(400, Sample.Error("VALIDATION_ERROR"))),
            new("refused without a reason", Recorded.Step(Expectation).Answering(422)),
            new(
                "refused for a reason nobody declared",
                Recorded.Step(Expectation).Answering(409, Sample.Error("WEATHER"))
            ),
            new(
                "refused for a declared reason of another status",
                Recorded.Step(Expectation).Answering(400, Sample.Error("CONFLICT"))
            ),
            new("broken by it", Recorded.Step(Expectation).Answering(500, Sample.Error("INTERNAL_ERROR"))),
            new("redirected", Recorded.Step(Expectation).Answering(301)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 400, body, headers);

    [TestCase(400, "INVALID_CUSTOMER")]
    [TestCase(409, "CONFLICT")]
    [TestCase(404, "NOT_FOUND")]
    [TestCase(401, "UNAUTHORIZED")]
    [TestCase(401, "WEATHER")]
    [TestCase(403, "WEATHER")]
    [TestCase(503, "WEATHER")]
    public void A_refusal_for_another_declared_reason_leaves_the_bound_open(int status, string code)
    {
        var result = Recorded.Step(Expectation).Answering(status, Sample.Error(code)).Judge();

        OutcomesOf(result).Should().Equal(CheckOutcome.NotJudged);
    }

    [TestCase("VALIDATION_ERROR", CheckOutcome.Broken)]
    [TestCase("INVALID_CUSTOMER", CheckOutcome.NotJudged)]
    public void Where_no_scenario_names_the_code_of_invalid_values_the_operation_s_own_400_does(
        string code,
        CheckOutcome outcome
    )
    {
        var recorded = Recorded.Step(Expectation).Answering(400, Sample.Error(code));
        var context = recorded.Context with { Specification = Sample.Specification with { TestScenarios = [] } };

        OutcomesOf((recorded with { Context = context }).Judge()).Should().Equal(outcome);
    }

    [Test]
    public void The_finding_names_the_details_that_the_server_gave()
    {
        var details = """[{"field":"items[0].quantity","error":"Must be between 1 and 99"}]""";
        var finding = Recorded
            .Step(Expectation)
            .Answering(400, Sample.Error("VALIDATION_ERROR", details: details))
            .Judge()
            .Failures.First(f => f.Check == Check)
            .Finding!;

        finding.Actual.Should().Contain("Must be between 1 and 99");
        finding
            .Expected.Should()
            .Be("2xx, for the value of items[0].quantity is inside its bounds (specs/sample.yaml:41)");
    }
}
