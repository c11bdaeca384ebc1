using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class BodyMatchesTests : CheckTests
{
    private static readonly SchemaNode Token = Sample.Object(
        11,
        Sample.Property("access_token", Sample.Text(12)),
        Sample.Property(
            "expires_in",
            new SchemaNode
            {
                Location = Sample.Line(13),
                Types = JsonTypes.Integer,
                Minimum = 1,
            }
        )
    );

    protected override string Check => nameof(BodyMatches);

    protected override IEnumerable<Scene> Holding =>
        [
            new("what it says", Answered("""{"access_token":"t","expires_in":3600}""")),
            new("and more", Answered("""{"access_token":"t","expires_in":36e2,"scope":"read"}""")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("a number as text", Answered("""{"access_token":"t","expires_in":"3600"}""")),
            new("out of bounds", Answered("""{"access_token":"t","expires_in":0}""")),
            new("absent", Answered("""{"access_token":"t"}""")),
            new("no body", Answered("")),
            new("a page", Answered("<html></html>")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(new BodyMatches(Sample.Must(), Token)).Answering("create", 200, body, headers);

    [Test]
    public void A_finding_names_the_place_in_the_body_and_the_line_of_the_specification()
    {
        var finding = Answered("""{"access_token":"t","expires_in":"3600"}""")
            .Judge()
            .Failures.First(f => f.Check == Check)
            .Finding!;

        finding.Where.Should().Be("response 200, body, $.expires_in");
        finding.Expected.Should().Contain("integer").And.EndWith("(specs/sample.yaml:13)");
        finding.Actual.Should().Contain("\"3600\"");
    }

    [Test]
    public void A_body_that_was_cut_off_is_not_judged()
    {
        var recorded = Answered("""{"access_token":"t","expires_in":1}""")
            .ChangeLast(e => e with { Response = e.Response! with { IsTruncated = true } });

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    private static Recorded Answered(string body) =>
        Recorded.Step(new BodyMatches(Sample.Must(), Token)).Answering(200, body);
}
