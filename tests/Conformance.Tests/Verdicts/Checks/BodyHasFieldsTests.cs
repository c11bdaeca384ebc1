using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class BodyHasFieldsTests : CheckTests
{
    private static readonly BodyHasFields Expectation = new(Sample.Must(), ["order_id", "items[].sku", "total.amount"]);

    protected override string Check => nameof(BodyHasFields);

    protected override IEnumerable<Scene> Holding =>
        [
            new(
                "all of them",
                Recorded
                    .Step(Expectation)
                    .Answering(201, """{"order_id":1,"items":[{"sku":1},{"sku":null}],"total":{"amount":2}}""")
            ),
            new(
                "a name with a dot",
                Recorded.Step(Expectation).Answering(201, """{"order_id":1,"items":[],"total.amount":2}""")
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("none of them", Recorded.Step(Expectation).Answering(201, "{}")),
            new(
                "one element lacks it",
                Recorded
                    .Step(Expectation)
                    .Answering(201, """{"order_id":1,"items":[{"sku":1},{}],"total":{"amount":2}}""")
            ),
            new(
                "an array where an object belongs",
                Recorded.Step(Expectation).Answering(201, """{"order_id":1,"items":[],"total":[2]}""")
            ),
            new("no body", Recorded.Step(Expectation).Answering(201)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 201, body, headers);

    [Test]
    public void Each_missing_field_is_a_finding_of_its_own()
    {
        var findings = Recorded
            .Step(Expectation)
            .Answering(201, """{"order_id":1}""")
            .Judge()
            .Failures.Where(f => f.Check == Check)
            .Select(f => f.Finding!.Where);

        findings.Should().Equal("response 201, body, $.items[].sku", "response 201, body, $.total.amount");
    }
}
