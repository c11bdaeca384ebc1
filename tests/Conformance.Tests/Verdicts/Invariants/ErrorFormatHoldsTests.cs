using Conformance.Scenarios.Cases;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class ErrorFormatHoldsTests : CheckTests
{
    protected override string Check => "ErrorFormatHolds";

    protected override IEnumerable<Scene> Holding =>
        [
            new("an error of the operation", Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR"))),
            new("with details", Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR", details: "[]"))),
            new("an error of the router", Recorded.Outside().Answering(404, Sample.Error("NO_SUCH_ROUTE"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new(
                "a missing field",
                Recorded.Step().Answering(400, """{"error_code":"VALIDATION_ERROR","message":"m"}""")
            ),
            new(
                "a field of another type",
                Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR", details: "{}"))
            ),
            new(
                "no timestamp at all",
                Recorded
                    .Step()
                    .Answering(400, """{"error_code":"V","message":"m","request_id":"r","timestamp":"now"}""")
            ),
            new(
                "the page of a gateway",
                Recorded.Step().Answering(502, "<html></html>", ("Content-Type", "text/html"))
            ),
            new("an empty 404 of the router", Recorded.Outside().Answering(404)),
            new("an error that is not declared", Recorded.Step().Answering(418, "{}")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 500, body, headers);

    [Test]
    public void Token_endpoints_answer_as_their_own_standard_says()
    {
        var recorded = (new Recorded { Endpoint = null, Target = RequestTarget.TokenEndpoint })
            .Then("create")
            .Answering(400, """{"error":"invalid_client"}""");

        OutcomesOf(recorded.Judge()).Should().BeEmpty();
    }

    [Test]
    public void Successes_have_no_error_body() =>
        OutcomesOf(Recorded.Step().Answering(201, Sample.Order).Judge()).Should().BeEmpty();

    [Test]
    public void A_page_in_the_place_of_an_error_is_named_by_its_type() =>
        Recorded
            .Step()
            .Answering(502, "<html></html>", ("Content-Type", "text/html"))
            .Judge()
            .Failures.Single(f => f.Check == Check)
            .Finding!.Actual.Should()
            .Contain("(text/html)");
}
