using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class FieldRefersToTests : CheckTests
{
    protected override string Check => nameof(FieldRefersTo);

    protected override IEnumerable<Scene> Holding =>
        [new("the id made before", Conflict(Sample.Order, """{"existing_order_id":"ORD-1"}"""))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another id", Conflict(Sample.Order, """{"existing_order_id":"ORD-2"}""")),
            new("absent", Conflict(Sample.Order, "{}")),
            new("no body", Conflict(Sample.Order, "")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Conflict(Sample.Order, body, headers);

    [Test]
    public void Without_an_id_to_refer_to_nothing_is_judged() =>
        OutcomesOf(Conflict("{}", """{"existing_order_id":"ORD-1"}""").Judge()).Should().Equal(CheckOutcome.NotJudged);

    private static Recorded Conflict(string first, string second) =>
        Conflict(first, Encoding.UTF8.GetBytes(second), []);

    private static Recorded Conflict(string first, byte[] second, (string Name, string Value)[] headers) =>
        Recorded
            .Step()
            .Then("mismatch")
            .Expecting(new FieldRefersTo(Sample.Must(), "create", "order_id", "mismatch", "existing_order_id"))
            .Answering("create", 201, first)
            .Answering("mismatch", 409, second, headers);
}
