using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ListIsAsBeforeTests : CheckTests
{
    private const string One = """{"orders":[{"order_id":"ORD-1"}]}""";
    private const string Two = """{"orders":[{"order_id":"ORD-2"},{"order_id":"ORD-1"}]}""";

    protected override string Check => nameof(ListIsAsBefore);

    protected override IEnumerable<Scene> Holding => [new("the same", Listed(One, One)), new("less", Listed(Two, One))];

    protected override IEnumerable<Scene> Breaking => [new("one more", Listed(One, Two))];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case()
            .Answering("before", 200, body, headers)
            .Answering("create", 429, body, headers)
            .Answering("after", 200, body, headers);

    private static Recorded Listed(string before, string after) =>
        Case()
            .Answering("before", 200, before)
            .Answering("create", 429, Sample.Error("RATE_LIMIT_EXCEEDED"))
            .Answering("after", 200, after);

    private static Recorded Case() =>
        (Recorded.Step() with { Kind = ScenarioKind.RateLimit })
            .Then("before")
            .Then("after")
            .Expecting(new ListIsAsBefore(Sample.Must(), "before", "create", "after", "orders", "order_id"));
}
