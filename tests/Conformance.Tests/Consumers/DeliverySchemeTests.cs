using System.Text;
using Conformance.Consumers.Receiver.Signing;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>The vectors are those that the schemes publish, or were computed with another language's library.</summary>
internal sealed class DeliverySchemeTests
{
    private const string Order =
        """{"event_id":"evt_1","event_type":"order.created","timestamp":"2024-01-15T10:30:00Z","data":{"object_type":"order","object_id":"ORD-12345678"}}""";

    // https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
    [Test]
    public void GitHub() =>
        HeaderOf(new GitHubScheme(), "It's a Secret to Everybody", "Hello, World!")
            .Should()
            .Be("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

    // https://github.com/standard-webhooks/standard-webhooks, the libraries' own test
    [TestCase("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [TestCase("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void Standard_Webhooks(string secret) =>
        HeaderOf(
                new StandardWebhooksScheme(),
                secret,
                """{"test": 2432232314}""",
                "1614265330",
                "msg_p5jXN8AQM9LWM0D4loKWxJek"
            )
            .Should()
            .Be("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Test]
    public void Stripe() =>
        HeaderOf(new StripeScheme(StripeScheme.OwnHeader), "whsec_test", """{"id":"evt_1"}""", "1700000000")
            .Should()
            .Be("t=1700000000,v1=c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925");

    [TestCase("{body}", "sha256=e0b91d728f8845e313eee67ea36d77d10bc02dd1ee3da752d70dbe840e087249")]
    [TestCase("{timestamp}.{body}", "sha256=cfecf4028f2032dfa7067e66b29a5fc6835adb056124caf308925b9198d27ec6")]
    public void A_declared_scheme(string content, string header) =>
        HeaderOf(
                new DeclaredScheme(new("X-Signature", "X-Timestamp", "sha256=", content, "SHA256", IsRfc3339: false)),
                "test-secret",
                Order,
                "1705314600"
            )
            .Should()
            .Be(header);

    [Test]
    public void Every_wrong_signature_differs_from_the_valid_one()
    {
        var scheme = new StandardWebhooksScheme();
        var desk = new SigningDesk(scheme, [1, 2, 3], new("id", "type", "1", Encoding.UTF8.GetBytes(Order)), "1");

        SignatureForm
            .Wrong(scheme)
            .Select(form => form.Header(desk))
            .Should()
            .NotContain(desk.Header(desk.Signature()));
    }

    private static string HeaderOf(
        DeliveryScheme scheme,
        string secret,
        string body,
        string? timestamp = null,
        string id = "evt_1"
    )
    {
        var parts = new SignedParts(id, "any", timestamp, Encoding.UTF8.GetBytes(body));
        var desk = new SigningDesk(scheme, scheme.Key(secret), parts, timestamp);
        return desk.Header(desk.Signature());
    }
}
