using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ListLacksTests : CheckTests
{
    protected override string Check => nameof(ListLacks);

    protected override IEnumerable<Scene> Holding =>
        [new("others", Listed("""{"orders":[{"order_id":"ORD-2"}]}""")), new("none", Listed("""{"orders":[]}"""))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("it is there", Listed("""{"orders":[{"order_id":"ORD-2"},{"order_id":"ORD-1"}]}""")),
            new("no list", Listed("""{"orders":{}}""")),
            new("no body", Listed("")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("create", 201, Sample.Order).Answering("list", 200, body, headers);

    [Test]
    public void Where_nothing_was_made_nothing_can_be_lacking() =>
        OutcomesOf(Case().Answering("create", 400, "{}").Answering("list", 200, """{"orders":[]}""").Judge())
            .Should()
            .BeEmpty();

    [Test]
    public void Without_an_identifier_nothing_is_judged() =>
        OutcomesOf(Case().Answering("create", 201, "{}").Answering("list", 200, """{"orders":[]}""").Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);

    private static Recorded Listed(string list) =>
        Case().Answering("create", 201, Sample.Order).Answering("list", 200, Encoding.UTF8.GetBytes(list));

    private static Recorded Case() =>
        Recorded
            .Step()
            .Then("list")
            .Expecting(new ListLacks(Sample.Must(), "create", "order_id", "list", new("orders", "order_id")));
}
