using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class OnlyAdditionTests : CheckTests
{
    private const string One = """{"order_id":"ORD-1"}""";
    private const string Two = """{"order_id":"ORD-2"}""";
    private const string Three = """{"order_id":"ORD-3"}""";

    protected override string Check => nameof(OnlyAddition);

    protected override IEnumerable<Scene> Holding =>
        [
            new("one more", Listed($"[{Two}]", $"[{One},{Two}]")),
            new("the first ever", Listed("[]", $"[{One}]")),
            new("an older one left the page", Listed($"[{Two}]", $"[{One}]")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("two more", Listed($"[{Two}]", $"[{One},{Three},{Two}]")),
            new("another one instead", Listed($"[{Two}]", $"[{Three},{Two}]")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case()
            .Answering("before", 200, "[]")
            .Answering("create", 201, Sample.Order)
            .Answering("after", 200, body, headers);

    [Test]
    public void Without_the_one_nothing_can_be_said_of_others() =>
        OutcomesOf(Listed($"[{Two}]", $"[{Two}]").Judge()).Should().Equal(CheckOutcome.NotJudged);

    [Test]
    public void The_finding_names_the_others() =>
        Listed($"[{Two}]", $"[{One},{Three},{Two}]")
            .Judge()
            .Failures.Single(f => f.Check == Check)
            .Finding!.Actual.Should()
            .Be("also 1 more: \"ORD-3\"");

    private static Recorded Listed(string before, string after) =>
        Case()
            .Answering("before", 200, before)
            .Answering("create", 201, Sample.Order)
            .Answering("after", 200, Encoding.UTF8.GetBytes(after));

    private static Recorded Case() =>
        Recorded
            .Step()
            .Then("before")
            .Then("after")
            .Expecting(new OnlyAddition(Sample.Must(), "before", "create", "order_id", "after", new(null, "order_id")));
}
