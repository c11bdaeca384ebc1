using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class IsAcceptedOrRefusedTests : CheckTests
{
    private static readonly IsAcceptedOrRefused Expectation = new(Sample.Must(), "a body with the same key twice");

    protected override string Check => nameof(IsAcceptedOrRefused);

    protected override CheckOutcome HoldingOutcome => CheckOutcome.Observed;

    protected override IEnumerable<Scene> Holding =>
        [
            new("accepted", Answered(201)),
            new("refused as invalid", Answered(400)),
            new("refused for another reason", Answered(409)),
            new("a status of a standard", Recorded.Step(Expectation with { AlsoAllowed = [501] }).Answering(501)),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("broken by it", Answered(500)),
            new("unavailable because of it", Answered(503)),
            new("redirected", Answered(301)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 400, body, headers);

    [TestCase(201, "accepted (201)")]
    [TestCase(400, "refused (400 VALIDATION_ERROR)")]
    public void What_was_seen_is_recorded_and_passes_the_case_even_in_a_strict_run(int status, string seen)
    {
        var recorded = Recorded
            .Step(Expectation)
            .Answering(status, status < 300 ? Sample.Order : Sample.Error("VALIDATION_ERROR"));
        var result = (recorded with { Context = recorded.Context with { IsStrict = true } }).Judge();

        var observation = result.Observations.Should().ContainSingle().Which;
        observation.Finding!.Where.Should().Be("a body with the same key twice");
        observation.Finding.Actual.Should().Be(seen);
        result.Failures.Where(f => f.Check == Check).Should().BeEmpty();
    }

    private static Recorded Answered(int status) => Recorded.Step(Expectation).Answering(status);
}
