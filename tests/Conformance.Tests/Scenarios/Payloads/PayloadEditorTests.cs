using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Payloads;

[TestFixture]
internal sealed class PayloadEditorTests
{
    private const string Order = """{"customer_id":"C","items":[{"sku":"A","price":29.90},{"sku":"B","price":1}]}""";

    [TestCase(
        "customer_id",
        "\"D\"",
        """{"customer_id":"D","items":[{"sku":"A","price":29.90},{"sku":"B","price":1}]}"""
    )]
    [TestCase(
        "items[1].price",
        "0.10",
        """{"customer_id":"C","items":[{"sku":"A","price":29.90},{"sku":"B","price":0.10}]}"""
    )]
    [TestCase(
        "items[7].sku",
        "\"Z\"",
        """{"customer_id":"C","items":[{"sku":"A","price":29.90},{"sku":"B","price":1},{"sku":"Z"}]}"""
    )]
    [TestCase(
        "address.city",
        "\"X\"",
        """{"customer_id":"C","items":[{"sku":"A","price":29.90},{"sku":"B","price":1}],"address":{"city":"X"}}"""
    )]
    [TestCase(
        "customer_id",
        "null",
        """{"customer_id":null,"items":[{"sku":"A","price":29.90},{"sku":"B","price":1}]}"""
    )]
    [TestCase("", "[]", "[]")]
    public void One_place_is_set_and_numbers_keep_their_text(string path, string value, string expected) =>
        PayloadEditor
            .With(JsonNode.Parse(Order), FieldPath.Parse(path), JsonNode.Parse(value))!
            .ToJsonString()
            .Should()
            .Be(expected);

    [TestCase("customer_id", """{"items":[{"sku":"A","price":29.90},{"sku":"B","price":1}]}""")]
    [TestCase("items[0].price", """{"customer_id":"C","items":[{"sku":"A"},{"sku":"B","price":1}]}""")]
    [TestCase("items[0]", """{"customer_id":"C","items":[{"sku":"B","price":1}]}""")]
    [TestCase("no.such[3].place", Order)]
    public void One_place_is_left_out(string path, string expected) =>
        PayloadEditor.Without(JsonNode.Parse(Order), FieldPath.Parse(path))!.ToJsonString().Should().Be(expected);

    [Test]
    public void The_payload_that_was_given_stays_as_it_is()
    {
        var payload = JsonNode.Parse(Order);
        PayloadEditor.With(payload, FieldPath.Parse("items[0].sku"), JsonValue.Create("other"));
        PayloadEditor.Without(payload, FieldPath.Parse("customer_id"));
        payload!.ToJsonString().Should().Be(Order);
    }
}
