using System.Text;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator.Webhooks;

/// <summary>Signatures against values that others have published or computed (STANDARDS E.1).</summary>
public sealed class SchemeTests
{
    [Test]
    public void Standard_webhooks() =>
        Signature(
                new() { Scheme = "standard-webhooks" },
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "{\"test\": 2432232314}"
            )
            .Should()
            .Be("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Test]
    public void Stripe() =>
        Signature(new() { Scheme = "stripe" }, "whsec_test", "", "1700000000", "{\"id\":\"evt_1\"}")
            .Should()
            .Be("v1=c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925");

    [Test]
    public void GitHub() =>
        Signature(new() { Scheme = "github" }, "It's a Secret to Everybody", "", "", "Hello, World!")
            .Should()
            .Be("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

    [Test]
    public void A_scheme_of_the_specification_over_the_body() =>
        Signature(new() { Prefix = "sha256=" }, "test-secret", "evt_1", "1705314600", Order)
            .Should()
            .Be("sha256=e0b91d728f8845e313eee67ea36d77d10bc02dd1ee3da752d70dbe840e087249");

    [Test]
    public void A_scheme_of_the_specification_over_time_and_body() =>
        Signature(
                new() { Prefix = "sha256=", Signed = "{timestamp}.{body}" },
                "test-secret",
                "evt_1",
                "1705314600",
                Order
            )
            .Should()
            .Be("sha256=cfecf4028f2032dfa7067e66b29a5fc6835adb056124caf308925b9198d27ec6");

    private const string Order = """
        {"event_id":"evt_1","event_type":"order.created","timestamp":"2024-01-15T10:30:00Z","data":{"object_type":"order","object_id":"ORD-12345678"}}
        """;

    private static string Signature(Terms terms, string secret, string id, string stamp, string body) =>
        SigningTerms.Of(terms.Read())!.Draft(secret, id, stamp, Encoding.UTF8.GetBytes(body)).Compute();

    private sealed record Terms
    {
        public string Scheme { get; init; } = "declared";

        public string Prefix { get; init; } = "";

        public string Signed { get; init; } = "{body}";

        public WebhookSecurity Read() =>
            Served
                .Text(
                    $$"""
                    info: { title: Hooks, version: 1.0.0 }
                    webhooks:
                      security:
                        scheme: {{Scheme}}
                        {{(
                        Scheme is "declared" ? $"signature_header: X-Signature\n    signature_prefix: '{Prefix}'" : ""
                    )}}
                        signed_content: "{{Signed}}"
                    """
                )
                .Webhooks!.Security!;
    }
}
