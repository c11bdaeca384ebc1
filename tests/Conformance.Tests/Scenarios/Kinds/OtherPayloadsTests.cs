using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Kinds;

/// <summary>What is sent under a key that was used with another payload.</summary>
[TestFixture]
internal sealed class OtherPayloadsTests
{
    private static readonly ContractCase Case = Compiled
        .Cases("orders")
        .Single(c => c.Id == "create-order/idempotency/every-other-payload");

    [TestCase("other items[1].quantity")]
    [TestCase("one more of items")]
    [TestCase("one less of items")]
    [TestCase("items in another order")]
    [TestCase("other customer_id")]
    [TestCase("without shipping_address")]
    public void A_payload_that_differs_in_one_place_only_is_tried(string difference) =>
        Case.Steps.Select(s => s.Name).Should().Contain(difference);

    [Test]
    public void Every_payload_differs_from_the_first_one_and_from_each_other()
    {
        var payloads = Case
            .Steps.OfType<CaseStep.Send>()
            .Select(s => s.Request.Body)
            .OfType<BodyTemplate.Json>()
            .Select(b => JsonNode.Parse(b.Value.GetRawText())!.ToJsonString())
            .ToList();

        payloads.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(10);
    }

    [Test]
    public void The_first_payload_has_two_unlike_elements()
    {
        var first = (BodyTemplate.Json)Case.Steps.OfType<CaseStep.Send>().Single(s => s.Name == "first").Request.Body;

        var items = JsonNode.Parse(first.Value.GetRawText())!["items"]!.AsArray();

        items.Should().HaveCount(2);
        JsonNode.DeepEquals(items[0], items[1]).Should().BeFalse();
    }
}
