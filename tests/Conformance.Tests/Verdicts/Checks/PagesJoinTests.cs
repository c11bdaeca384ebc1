using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class PagesJoinTests : CheckTests
{
    protected override string Check => nameof(PagesJoin);

    protected override IEnumerable<Scene> Holding =>
        [
            new("full pages", Paged(["a", "b"], ["c", "d"], ["a", "b", "c", "d"])),
            new("a short last page", Paged(["a", "b"], ["c"], ["a", "b", "c"])),
            new("an empty last page", Paged(["a", "b"], [], ["a", "b"])),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("overlap", Paged(["a", "b"], ["b", "c"], ["a", "b", "c", "d"])),
            new("the same page again", Paged(["a", "b"], ["a", "b"], ["a", "b", "c", "d"])),
            new("one lost", Paged(["a", "b"], ["d"], ["a", "b", "c", "d"])),
            new("the size is ignored", Paged(["a", "b", "c", "d"], ["c", "d"], ["a", "b", "c", "d"])),
            new("another order", Paged(["b", "a"], ["c", "d"], ["a", "b", "c", "d"])),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case()
            .Answering("create", 200, List(["a"]))
            .Answering("next", 200, body, headers)
            .Answering("whole", 200, List(["a"]));

    [Test]
    public void An_empty_list_shows_nothing() =>
        OutcomesOf(Paged([], [], []).Judge()).Should().Equal(CheckOutcome.NotJudged);

    [Test]
    public void The_elements_that_are_lost_or_come_twice_are_named_and_no_others()
    {
        Actual(Paged(["a1", "b2"], ["d4"], ["a1", "b2", "c3", "d4"]))
            .Should()
            .Contain("c3")
            .And.NotContainAny("a1", "b2", "d4");
        Actual(Paged(["a1", "b2"], ["b2", "c3"], ["a1", "b2", "c3"]))
            .Should()
            .Contain("b2")
            .And.NotContainAny("a1", "c3");
        Actual(Paged(["b2", "a1"], ["c3"], ["a1", "b2", "c3"])).Should().ContainAll("a1", "b2", "c3");
    }

    [TestCase(3, CheckOutcome.Held)]
    [TestCase(4, CheckOutcome.Broken)]
    public void A_page_has_as_many_elements_as_were_asked_for_where_so_many_were_made(int asked, CheckOutcome outcome)
    {
        var joined = new PagesJoin(Sample.Must(), ["create", "next"], "whole", new(null, "order_id")) { Asked = asked };

        OutcomesOf(Paged(["a", "b"], ["c"], ["a", "b", "c"]).Expecting(joined).Judge()).Should().Equal(outcome);
    }

    private string Actual(Recorded recorded) => recorded.Judge().Failures.First(f => f.Check == Check).Finding!.Actual;

    private static Recorded Paged(string[] first, string[] next, string[] whole) =>
        Case()
            .Answering("create", 200, List(first))
            .Answering("next", 200, List(next))
            .Answering("whole", 200, Encoding.UTF8.GetBytes(List(whole)));

    private static string List(string[] ids) =>
        $"[{string.Join(',', ids.Select(id => $$"""{"order_id":"{{id}}"}"""))}]";

    private static Recorded Case() =>
        Recorded
            .Step()
            .Then("next")
            .Then("whole")
            .Expecting(new PagesJoin(Sample.Must(), ["create", "next"], "whole", new(null, "order_id")));
}
