using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Evidence;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.RunWide;

/// <summary>Signatures made by the published libraries of the schemes, not by our code, are right; of other bytes they are wrong.</summary>
public sealed class PublishedSignaturesTests
{
    private const string Time = "1768473000";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    // Bytes that a body serialised anew would not have.
    private const string Body =
        """{ "event_type" : "order.created", "id":"evt-1" , "total":10.00, "name":"Zo\u00eb ü" }""";

    private static readonly string StandardKey =
        "whsec_" + Convert.ToBase64String(Encoding.UTF8.GetBytes("thirty-two bytes of a secret key"));

    [Test]
    public async Task Standard_Webhooks()
    {
        var signature = await SignAsync(
            "standardwebhooks",
            "const { Webhook } = await import(library); out(new Webhook(secret).sign(id, new Date(time * 1000), body));",
            StandardKey
        );

        Judge(
            Scheme(WebhookScheme.StandardWebhooks),
            StandardKey,
            ("webhook-id", Id),
            ("webhook-timestamp", Time),
            ("webhook-signature", $"v1,bm90IHRoaXMgb25l {signature}")
        );
    }

    [Test]
    public async Task Stripe()
    {
        var signature = await SignAsync(
            "stripe",
            "const { default: Stripe } = await import(library); out(new Stripe('sk_test').webhooks.generateTestHeaderString({ payload: body, secret, timestamp: time }));",
            "whsec_of_stripe"
        );

        Judge(Scheme(WebhookScheme.Stripe), "whsec_of_stripe", ("Stripe-Signature", signature));
    }

    [Test]
    public async Task GitHub()
    {
        var signature = await SignAsync(
            "@octokit/webhooks-methods",
            "const { sign } = await import(library); out(await sign(secret, body));",
            "It's a Secret to Everybody"
        );

        Judge(Scheme(WebhookScheme.GitHub), "It's a Secret to Everybody", ("X-Hub-Signature-256", signature));
    }

    private static void Judge(WebhookSecurity security, string secret, params (string Name, string Value)[] headers)
    {
        Problem(Body, secret).Should().BeNull();
        Problem(Body + " ", secret).Should().NotBeNull("one byte more is another body");
        Problem(Body, secret + "x").Should().NotBeNull("it is another secret");

        string? Problem(string body, string key)
        {
            var delivery = Delivered.Of(body) with { EventId = Id, Headers = [.. headers] };
            var specification = Delivered.Specification with
            {
                Webhooks = Delivered.Webhooks with { Security = security },
            };
            var seen = new SeenDelivery(delivery.AsExchange("delivery", 0), new() { Specification = specification });
            return new DeliverySignature(security, key).Problem(seen, headers[^1].Value);
        }
    }

    private static WebhookSecurity Scheme(WebhookScheme scheme) =>
        new(null, null, null, null, null, "", null, [], Sample.Line(101)) { Scheme = scheme };

    private static async Task<string> SignAsync(string package, string script, string secret)
    {
        NodePackages.File(Path.Combine(package, "package.json"));
        var values = new
        {
            secret,
            id = Id,
            body = Body,
            time = long.Parse(Time, CultureInfo.InvariantCulture),
        };
        var program = $$"""
            const library = '{{package}}';
            const { secret, id, body, time } = {{JsonSerializer.Serialize(values)}};
            const out = text => process.stdout.write(text);
            {{script}}
            """;
        var (exitCode, output) = await NodePackages.RunAsync(
            NodePackages.Folder,
            "node",
            "--input-type=module",
            "-e",
            program
        );
        exitCode.Should().Be(0, output);
        return output;
    }
}
