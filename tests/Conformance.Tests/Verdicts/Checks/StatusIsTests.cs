using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class StatusIsTests : CheckTests
{
    private static readonly StatusIs Expectation = new(Sample.Must(), [201, 200]);

    protected override string Check => nameof(StatusIs);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the preferred status", Recorded.Step(Expectation).Answering(201, Sample.Order)),
            new("another allowed status", Recorded.Step(Expectation).Answering(200, Sample.Order)),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another status", Recorded.Step(Expectation).Answering(400, Sample.Error("VALIDATION_ERROR"))),
            new("a redirect", Recorded.Step(Expectation).Answering(302)),
            new("a status nobody knows", Recorded.Step(Expectation).Answering(799)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 404, body, headers);

    [Test]
    public void The_finding_says_what_the_server_said()
    {
        var finding = Recorded
            .Step(Expectation)
            .Answering(400, Sample.Error("VALIDATION_ERROR", "customer_id is too long"))
            .Judge()
            .Failures.First(f => f.Check == Check)
            .Finding!;

        finding.Where.Should().Be("response 400, status line");
        finding.Expected.Should().Be("201 or 200 (specs/sample.yaml:41)");
        finding.Actual.Should().Be("400, VALIDATION_ERROR: customer_id is too long");
    }
}
