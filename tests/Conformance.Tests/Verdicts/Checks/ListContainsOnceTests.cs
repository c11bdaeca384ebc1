using System.Text;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ListContainsOnceTests : CheckTests
{
    private const string One = """{"order_id":"ORD-1"}""";
    private const string Other = """{"order_id":"ORD-2"}""";

    protected override string Check => nameof(ListContainsOnce);

    protected override IEnumerable<Scene> Holding =>
        [
            new("once", Listed($$"""{"orders":[{{Other}},{{One}}]}""")),
            new("once in a bare array", Listed($"[{One}]", collection: null)),
            new("once in a full page", Listed($$"""{"orders":[{{Other}},{{Other}},{{One}}]}""")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("absent", Listed($$"""{"orders":[{{Other}}]}""")),
            new("absent from an empty list", Listed("""{"orders":[]}""")),
            new("twice", Listed($$"""{"orders":[{{One}},{{One}}]}""")),
            new("no list", Listed("""{"orders":{}}""")),
            new("no body", Listed("")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Listed(body, headers, "orders");

    [Test]
    public void A_full_page_without_it_leaves_the_question_open() =>
        OutcomesOf(Listed($$"""{"orders":[{{Other}},{{Other}},{{Other}}]}""").Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);

    private static Recorded Listed(string list, string? collection = "orders") =>
        Listed(Encoding.UTF8.GetBytes(list), [], collection);

    private static Recorded Listed(byte[] list, (string Name, string Value)[] headers, string? collection) =>
        Recorded
            .Step()
            .Then("list")
            .Expecting(new ListContainsOnce(Sample.Must(), "create", "order_id", "list", collection, "order_id", 3))
            .Answering("create", 201, Sample.Order)
            .Answering("list", 200, list, headers);
}
