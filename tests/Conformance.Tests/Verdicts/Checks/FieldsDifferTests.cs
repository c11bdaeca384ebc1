using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class FieldsDifferTests : CheckTests
{
    protected override string Check => nameof(FieldsDiffer);

    protected override IEnumerable<Scene> Holding =>
        [new("different values", Twice("""{"order_id":"ORD-1"}""", """{"order_id":"ORD-2"}"""))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("the same value", Twice("""{"order_id":"ORD-1"}""", """{"order_id":"ORD-1"}""")),
            new("the same number", Twice("""{"order_id":1}""", """{"order_id":1.0}""")),
        ];

    // Another type is a different value, whatever a target may mean by it.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Twice("""{"order_id":"ORD-1"}""", body, headers);

    [TestCase("""{"order_id":"ORD-1"}""", "{}")]
    [TestCase("{}", """{"order_id":"ORD-1"}""")]
    [TestCase("", "")]
    public void An_absent_value_is_no_different_value(string first, string second) =>
        OutcomesOf(Twice(first, second).Judge()).Should().Equal(CheckOutcome.NotJudged);

    private static Recorded Twice(string first, string second) => Twice(first, Encoding.UTF8.GetBytes(second), []);

    private static Recorded Twice(string first, byte[] second, (string Name, string Value)[] headers) =>
        Recorded
            .Step()
            .Then("again")
            .Expecting(new FieldsDiffer(Sample.Must(), "create", "again", "order_id"))
            .Answering("create", 201, first)
            .Answering("again", 201, second, headers);
}
