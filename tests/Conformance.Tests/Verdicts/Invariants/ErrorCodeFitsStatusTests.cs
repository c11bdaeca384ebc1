using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class ErrorCodeFitsStatusTests : CheckTests
{
    protected override string Check => "ErrorCodeFitsStatus";

    protected override IEnumerable<Scene> Holding =>
        [
            new("a catalogued code", Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR"))),
            new("another code of the same status", Recorded.Step().Answering(400, Sample.Error("INVALID_CUSTOMER"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("a code nobody knows", Recorded.Step().Answering(400, Sample.Error("BAD_LUCK"))),
            new("a code of another status", Recorded.Step().Answering(409, Sample.Error("VALIDATION_ERROR"))),
            new("the right code in another case", Recorded.Step().Answering(400, Sample.Error("validation_error"))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 400, body, headers);

    [Test]
    public void A_status_that_the_catalogue_does_not_know_has_no_right_code() =>
        OutcomesOf(Recorded.Step().Answering(415, Sample.Error("UNSUPPORTED")).Judge()).Should().BeEmpty();

    [Test]
    public void A_code_that_the_case_itself_expects_is_declared_enough() =>
        OutcomesOf(
                Recorded
                    .Step(new ErrorCodeIs(Sample.Must(), ["INSUFFICIENT_INVENTORY"]))
                    .Answering(409, Sample.Error("INSUFFICIENT_INVENTORY"))
                    .Judge()
            )
            .Should()
            .BeEmpty();

    [Test]
    public void Answers_outside_the_declared_operations_may_use_any_code() =>
        OutcomesOf(Recorded.Outside().Answering(404, Sample.Error("NO_SUCH_ROUTE")).Judge()).Should().BeEmpty();

    [Test]
    public void The_finding_shows_the_line_that_gives_the_code_another_status() =>
        Recorded
            .Step()
            .Answering(409, Sample.Error("VALIDATION_ERROR"))
            .Judge()
            .Failures.Single(f => f.Check == Check)
            .Finding!.Should()
            .Match<Conformance.Verdicts.Results.Finding>(f =>
                f.Expected == "CONFLICT, the codes of status 409 (specs/sample.yaml:80)"
                && f.Actual == "\"VALIDATION_ERROR\", which the catalogue gives status 400"
            );
}
