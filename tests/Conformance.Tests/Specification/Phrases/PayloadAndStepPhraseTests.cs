using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Phrases;

public sealed class PayloadAndStepPhraseTests
{
    [TestCase("{valid order payload}", "")]
    [TestCase("{valid}", "")]
    [TestCase("{a valid booking}", "")]
    [TestCase("{order without customer_id}", "-customer_id")]
    [TestCase("{order with quantity: 0}", "quantity=0")]
    [TestCase("{order with items[0].quantity: -1 and customer_id: null}", "items[0].quantity=-1; customer_id=null")]
    [TestCase("{order without a and without b}", "-a; -b")]
    [TestCase("{order without a and b}", "-a; -b")]
    [TestCase("{order without a and with b: 1}", "-a; b=1")]
    [TestCase("{order with a: 1, b: true}", "a=1; b=true")]
    [TestCase("{order with name: \"salt and pepper\" and b: x y}", "name=\"salt and pepper\"; b=\"x y\"")]
    [TestCase("{order with name: 'it''s'}", "name=\"it\\u0027s\"")]
    [TestCase("{order with items: []}", "items=[]")]
    [TestCase("{order with items: [{\"a\": 1, \"b\": 2}] and c: 1}", "items=[{\"a\": 1, \"b\": 2}]; c=1")]
    [TestCase(
        "{booking with service: teleport and recipient.country: XX}",
        "service=\"teleport\"; recipient.country=\"XX\""
    )]
    public void A_payload_is_understood(string text, string clauses)
    {
        var result = PayloadPhrase.Parse(text);
        result.IsUnderstood.Should().BeTrue();
        string.Join("; ", result.Value.Select(c => c.Value is { } v ? $"{c.Name}={v.GetRawText()}" : $"-{c.Name}"))
            .Should()
            .Be(clauses);
    }

    [TestCase("valid order payload")]
    [TestCase("{order}")]
    [TestCase("{}")]
    [TestCase("{order without}")]
    [TestCase("{order with quantity}")]
    [TestCase("{order with quantity:}")]
    [TestCase("{order with items: [}")]
    [TestCase("{order without customer id}")]
    [TestCase("{an order that is wrong}")]
    public void A_payload_is_not_guessed(string text) => PayloadPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("Send order", false, false, "")]
    [TestCase("Send a valid order", false, false, "")]
    [TestCase("Send order with X-Idempotency-Key: abc123", false, false, "X-Idempotency-Key=abc123")]
    [TestCase(
        "Send order with quantity: 2 and X-Idempotency-Key: abc123",
        false,
        false,
        "quantity=2; X-Idempotency-Key=abc123"
    )]
    [TestCase("Send order with quantity: 2 and same idempotency key", false, true, "quantity=2")]
    [TestCase("Send order without customer_id", false, false, "-customer_id")]
    [TestCase("Send same request with same idempotency key", true, true, "")]
    [TestCase("Send the same request again", true, true, "")]
    [TestCase("Send same request with X-Idempotency-Key: other", true, false, "X-Idempotency-Key=other")]
    public void A_send_is_understood(string text, bool same, bool sameKey, string clauses)
    {
        var send = StepPhrase.Parse(text).Value.Should().BeOfType<Step.Send>().Subject;
        (send.IsSame, send.SameKey).Should().Be((same, sameKey));
        string.Join(
                "; ",
                send.Clauses.Select(c => c.Value is { } v ? $"{c.Name}={StepPhrase.TextOf(v)}" : $"-{c.Name}")
            )
            .Should()
            .Be(clauses);
    }

    [TestCase("Response: 201 Created, order_id: ORD-001", 201, "order_id=ORD-001")]
    [TestCase("Response: 200 OK, order_id: ORD-001 (same order)", 200, "order_id=ORD-001")]
    [TestCase("Response: 409", 409, "")]
    [TestCase("Response: 409 Conflict (rejected)", 409, "")]
    [TestCase("Response: 201 Created, id: first, label: one", 201, "id=first; label=one")]
    public void A_response_is_understood(string text, int status, string bindings)
    {
        var response = StepPhrase.Parse(text).Value.Should().BeOfType<Step.Response>().Subject;
        response.Status.Should().Be(status);
        string.Join("; ", response.Bindings.Select(b => $"{b.Key}={b.Value}")).Should().Be(bindings);
    }

    [TestCase("Dance")]
    [TestCase("Send")]
    [TestCase("Response: fine")]
    [TestCase("Response: 999")]
    [TestCase("Send order please and thank you")]
    public void A_step_is_not_guessed(string text) => StepPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("string (UUID) - for request tracing", null, "uuid")]
    [TestCase("application/json", "application/json", null)]
    [TestCase("application/json; charset=utf-8", "application/json; charset=utf-8", null)]
    [TestCase("Bearer {access_token}", null, null)]
    [TestCase("prevents duplicate processing", null, null)]
    public void A_header_is_a_value_a_type_or_prose(string text, string? constant, string? format)
    {
        var schema = HeaderText.OfRequest(new Located<string>(text, SourceLocation.None));
        (schema.Const?.GetString(), schema.Format).Should().Be((constant, format));
        schema.Types.Should().Be(JsonTypes.String);
    }

    [Test]
    public void A_number_in_a_response_header_is_an_example_of_digits()
    {
        HeaderText.OfResponse(new Located<string>("60", SourceLocation.None)).Pattern.Should().Be("^[0-9]+$");
        HeaderText.OfResponse(new Located<string>("Seconds to wait", SourceLocation.None)).Pattern.Should().BeNull();
    }
}
