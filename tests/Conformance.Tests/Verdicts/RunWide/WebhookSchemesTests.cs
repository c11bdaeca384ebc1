using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Evidence;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.RunWide;

/// <summary>What the schemes of signing make of one delivery, and which times they carry.</summary>
internal sealed class WebhookSchemesTests
{
    private const string Time = "1768473000";
    private const string Body = Delivered.Event;
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Delivered.Secret);
    private static readonly WebhookSecurity Open = new(
        Sample.At("X-Signature", 101),
        null,
        Sample.At("X-Timestamp", 103),
        null,
        null,
        "",
        null,
        [],
        Sample.Line(101)
    );

    [TestCase("HMAC-SHA256")]
    [TestCase("HMAC-SHA384")]
    [TestCase("hmac-sha-512")]
    [TestCase("HMAC-SHA1")]
    public void The_declared_hash_signs(string algorithm)
    {
        var declared = Open with { Algorithm = Sample.At(algorithm, 102) };

        Problem(declared, Hex(Hash(algorithm, Body))).Should().BeNull();
        foreach (var other in new[] { "sha256", "sha384", "sha512", "sha1" }.Where(o => !Same(o, algorithm)))
        {
            Problem(declared, Hex(Hash(other, Body))).Should().NotBeNull(other);
        }
    }

    [Test]
    public void Where_no_form_is_declared_hex_and_base64_are_right_with_the_usual_prefix_or_without()
    {
        var mac = Hash("sha256", Body);

        Problem(Open, Hex(mac)).Should().BeNull();
        Problem(Open, Convert.ToHexString(mac)).Should().BeNull();
        Problem(Open, Convert.ToBase64String(mac)).Should().BeNull();
        Problem(Open, "sha256=" + Hex(mac)).Should().BeNull();
        Problem(Open, "v1=" + Hex(mac)).Should().NotBeNull();
    }

    [TestCase("{timestamp}.{body}", Time + "." + Body)]
    [TestCase("{method}:{url}:{body}", "POST:http://127.0.0.1:9/webhooks:" + Body)]
    [TestCase("{event_id}.{raw_body}.end", "evt-1." + Body + ".end")]
    [TestCase("{body}{", Body + "{")]
    [TestCase("}{payload}", "}" + Body)]
    public void The_declared_content_is_what_is_signed(string content, string signed)
    {
        var declared = Open with { SignedContent = Sample.At(content, 105) };

        Problem(declared, Hex(Hash("sha256", signed))).Should().BeNull();
        Problem(declared, Hex(Hash("sha256", Body))).Should().NotBeNull();
    }

    [TestCase("")]
    [TestCase("sha256=")]
    public void GitHub_puts_the_name_of_the_hash_before_it(string declaredPrefix)
    {
        var scheme = Open with { Scheme = WebhookScheme.GitHub, SignaturePrefix = declaredPrefix };

        Problem(scheme, "sha256=" + Hex(Hash("sha256", Body))).Should().BeNull();
        Problem(scheme, Hex(Hash("sha256", Body))).Should().NotBeNull();
    }

    [Test]
    public void Stripe_puts_the_time_into_the_signature()
    {
        var scheme = Open with { Scheme = WebhookScheme.Stripe };
        var mac = Hex(Hash("sha256", $"{Time}.{Body}"));

        Problem(scheme, $"t={Time},v1={mac}").Should().BeNull();
        Problem(scheme, $"t={Time}, v0=other, v1={Hex(Hash("sha256", "other"))}, v1={mac}").Should().BeNull();
        Problem(scheme, $"t=1,v1={mac}").Should().NotBeNull();
        Problem(scheme, $"v1={mac}").Should().NotBeNull();
        Problem(scheme, mac).Should().NotBeNull();
    }

    [TestCase("whsec_", true)]
    [TestCase("", true)]
    [TestCase("whsec_", false, Description = "the text of the secret is not its key")]
    public void Standard_Webhooks_keys_are_base64(string prefix, bool isDecoded)
    {
        var secret = prefix + Convert.ToBase64String(Secret);
        var key = isDecoded ? Secret : Encoding.UTF8.GetBytes(secret);
        var signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Bytes($"evt-1.{Time}.{Body}")));

        var problem = Problem(Open with { Scheme = WebhookScheme.StandardWebhooks }, signature, secret);

        (problem is null).Should().Be(isDecoded);
    }

    [Test]
    public void Standard_Webhooks_sign_the_id_of_the_message_before_that_of_the_event()
    {
        var scheme = Open with { Scheme = WebhookScheme.StandardWebhooks };
        string Signed(string id) => "v1," + Convert.ToBase64String(Hash("sha256", $"{id}.{Time}.{Body}"));

        Problem(scheme, Signed("msg-1"), Delivered.Secret, ("webhook-id", "msg-1")).Should().BeNull();
        Problem(scheme, Signed("evt-1"), Delivered.Secret, ("webhook-id", "msg-1")).Should().NotBeNull();
        Problem(scheme, Hex(Hash("sha256", $"evt-1.{Time}.{Body}"))).Should().NotBeNull();
    }

    [Test]
    public void Another_hash_a_body_that_was_changed_and_an_empty_content_are_recognised()
    {
        var declared = Delivered.Webhooks.Security!;
        string Hint(string content) => Problem(declared, "sha256=" + Hex(Hash("sha256", content)))!;

        Problem(declared, "sha256=" + Hex(Hash("sha512", Body))).Should().Contain("HMAC-SHA512 over {body}");
        Hint("").Should().Contain("over nothing");
        Hint(Indented).Should().Contain("indentation");
        Problem(declared, "sha256=" + Hex(Hash("sha256", Body)), body: " " + Body + "\n")
            .Should()
            .Contain("serialised anew", "that is the same bytes here");
        Problem(declared, Hex(Hash("sha256", "another"))).Should().StartWith("no signature in the declared form");
        Problem(declared, "sha256=" + Hex(Hash("sha256", "another"))).Should().StartWith("sha256=");
    }

    [TestCase(WebhookScheme.Declared, null, Time, true)]
    [TestCase(WebhookScheme.Declared, null, Time + "000", true)]
    [TestCase(WebhookScheme.Declared, null, "2026-01-15T10:30:00Z", true)]
    [TestCase(WebhookScheme.Declared, null, "17684730000000000", false)]
    [TestCase(WebhookScheme.Declared, null, "soon", false)]
    [TestCase(WebhookScheme.Declared, "unix-seconds", "2026-01-15T10:30:00Z", false)]
    [TestCase(WebhookScheme.Declared, "rfc3339", "2026-01-15T10:30:00Z", true)]
    [TestCase(WebhookScheme.Declared, "rfc3339", Time, false)]
    [TestCase(WebhookScheme.StandardWebhooks, null, Time, true)]
    [TestCase(WebhookScheme.StandardWebhooks, null, "2026-01-15T10:30:00Z", false)]
    [TestCase(WebhookScheme.Stripe, null, "t=" + Time + ",v1=aa", true)]
    [TestCase(WebhookScheme.Stripe, null, "t=2026-01-15T10:30:00Z,v1=aa", false)]
    [TestCase(WebhookScheme.Stripe, null, "v1=aa", false)]
    public void The_time_of_an_attempt_has_the_form_of_its_scheme(
        WebhookScheme scheme,
        string? format,
        string text,
        bool isRight
    )
    {
        var security = Open with { Scheme = scheme, TimestampFormat = format is null ? null : Sample.At(format, 106) };

        var stamp = DeliveryTimestamp.Of(Seen(new Delivered().With("X-Timestamp", text), security));

        stamp!.Moment.Should().Be(isRight ? Delivered.Start : null);
    }

    [Test]
    public void A_time_that_was_not_sent_is_absent()
    {
        foreach (var scheme in new[] { WebhookScheme.Declared, WebhookScheme.Stripe })
        {
            var stamp = DeliveryTimestamp.Of(Seen(new Delivered(), Open with { Scheme = scheme }));
            stamp.Should().Be(new DeliveryTimestamp(null, null));
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Wide = new() { WriteIndented = true };

    private static string Indented => System.Text.Json.JsonSerializer.Serialize(Sample.Json(Body), Wide);

    private static string? Problem(
        WebhookSecurity security,
        string signature,
        string secret = Delivered.Secret,
        (string Name, string Value)? header = null,
        string body = Body
    )
    {
        var delivery = Delivered
            .Of(body)
            .With("X-Timestamp", Time)
            .With(header?.Name ?? "X-Other", header?.Value ?? "other");
        return new DeliverySignature(security, secret).Problem(Seen(delivery, security), signature);
    }

    private static SeenDelivery Seen(Delivered delivery, WebhookSecurity security) =>
        new(
            delivery.AsExchange("delivery", 0),
            new()
            {
                Specification = Delivered.Specification with
                {
                    Webhooks = Delivered.Webhooks with { Security = security },
                },
            }
        );

    private static bool Same(string hash, string algorithm) =>
        algorithm.Replace("-", "", StringComparison.Ordinal).EndsWith(hash, StringComparison.OrdinalIgnoreCase);

#pragma warning disable CA5350 // A target may declare a weak hash.
    private static byte[] Hash(string algorithm, string content) =>
        algorithm.ToUpper(CultureInfo.InvariantCulture).Replace("-", "", StringComparison.Ordinal)[^3..] switch
        {
            "512" => HMACSHA512.HashData(Secret, Bytes(content)),
            "384" => HMACSHA384.HashData(Secret, Bytes(content)),
            "256" => HMACSHA256.HashData(Secret, Bytes(content)),
            _ => HMACSHA1.HashData(Secret, Bytes(content)),
        };
#pragma warning restore CA5350

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
