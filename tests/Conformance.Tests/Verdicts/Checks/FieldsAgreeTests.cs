using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class FieldsAgreeTests : CheckTests
{
    protected override string Check => nameof(FieldsAgree);

    protected override IEnumerable<Scene> Holding =>
        [new("the same value", Replayed("""{"order_id":"ORD-1","total":1.0}""", """{"order_id":"ORD-1","total":1}"""))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another value", Replayed("""{"order_id":"ORD-1","total":1}""", """{"order_id":"ORD-2","total":1}""")),
            new("another type", Replayed("""{"order_id":"1","total":1}""", """{"order_id":1,"total":1}""")),
            new("absent", Replayed("""{"order_id":"ORD-1","total":1}""", """{"total":1}""")),
            new("no body", Replayed("""{"order_id":"ORD-1","total":1}""", "")),
            new("no element to name", Replayed("""{"order_id":[],"total":1}""", """{"order_id":null,"total":1}""")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Replayed("""{"order_id":"ORD-1","total":1}""", body, headers);

    [Test]
    public void Without_a_value_to_compare_with_nothing_is_judged()
    {
        OutcomesOf(Replayed("{}", "{}").Judge()).Should().Equal(CheckOutcome.NotJudged);
        OutcomesOf(Case().Answering("create", 201, Sample.Order).Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void The_finding_shows_both_values_and_the_request_to_repeat()
    {
        var result = Replayed("""{"order_id":"ORD-1","total":1}""", """{"order_id":"ORD-2","total":1}""").Judge();
        var broken = result.Failures.Single(f => f.Check == Check);

        broken.Exchange.Should().Be(1);
        broken.Finding!.Where.Should().Be("step replay, response 200, body, $.order_id");
        broken.Finding.Expected.Should().Be("string \"ORD-1\", as step create answered (specs/sample.yaml:41)");
        broken.Finding.Actual.Should().Be("string \"ORD-2\"");
    }

    private static Recorded Case() =>
        Recorded
            .Step()
            .Then("replay")
            .Expecting(new FieldsAgree(Sample.Must(), "create", "replay", ["order_id", "total"]));

    private static Recorded Replayed(string first, string second) =>
        Replayed(first, Encoding.UTF8.GetBytes(second), []);

    private static Recorded Replayed(string first, byte[] second, (string Name, string Value)[] headers) =>
        Case().Answering("create", 201, first).Answering("replay", 200, second, headers);
}
