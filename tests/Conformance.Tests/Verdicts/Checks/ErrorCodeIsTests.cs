using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ErrorCodeIsTests : CheckTests
{
    private static readonly ErrorCodeIs Expectation = new(Sample.Must(), ["VALIDATION_ERROR"]);

    protected override string Check => nameof(ErrorCodeIs);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the code", Recorded.Step(Expectation).Answering(400, Sample.Error("VALIDATION_ERROR"))),
            new(
                "the code of RFC 6749 from the token endpoint",
                (new Recorded { Endpoint = null, Target = RequestTarget.TokenEndpoint })
                    .Then("create", new ErrorCodeIs(Sample.Must(), ["invalid_client"]))
                    .Answering(401, """{"error":"invalid_client"}""")
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another code", Recorded.Step(Expectation).Answering(400, Sample.Error("CONFLICT"))),
            new("another case", Recorded.Step(Expectation).Answering(400, Sample.Error("validation_error"))),
            new("no code", Recorded.Step(Expectation).Answering(400, """{"message":"VALIDATION_ERROR"}""")),
            new("no body", Recorded.Step(Expectation).Answering(400)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 400, body, headers);

    [Test]
    public void Without_an_error_format_nothing_is_judged()
    {
        var recorded = Recorded.Step(Expectation).Answering(400, Sample.Error("VALIDATION_ERROR"));
        var result = (
            recorded with
            {
                Context = recorded.Context with { Specification = Sample.Specification with { ErrorFormat = null } },
            }
        ).Judge();

        OutcomesOf(result).Should().Equal(CheckOutcome.NotJudged);
        result.Verdict.Should().Be(Verdict.Inconclusive);
    }
}
