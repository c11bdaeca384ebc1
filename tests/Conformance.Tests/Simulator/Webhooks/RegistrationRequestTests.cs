using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator.Webhooks;

/// <summary>Subscribers that register by the request that an environment declares, and take it back.</summary>
public sealed class RegistrationRequestTests
{
    /// <summary>A contract whose receivers register by a request, are told their secret, and can take it back.</summary>
    public const string Bells = """
        info: { title: Bells, version: 1.0.0 }
        endpoints:
          - operation_id: hang
            method: POST
            path: /bells
            security: { public: true }
            resource: { type: bell, action: create, identifier: bell_id }
            request: { body: { type: object, required: [tone], properties: { tone: { type: string, example: "c" } } } }
            responses: { 201: { description: Hung, body: { bell_id: "BELL-1", tone: "c" } } }
        webhooks:
          configuration:
            secret_key: "{WEBHOOK_SECRET}"
          security:
            signature_header: "X-Signature"
            signature_algorithm: "HMAC-SHA256"
          payload_structure: { event_id: string, event_type: string, data: { object_type: string, object_id: string } }
          events:
            bell.hung: { triggered_by: [hang], payload: { bell_id: string } }
        environments:
          local:
            base_url: http://localhost:5080
            webhooks:
              registration:
                request: POST /hooks
                body: { target: { url: "{webhook_url}" }, events: "{webhook_events}" }
                secret_field: hook.secret
                remove: DELETE /hooks/{hook.id}
        """;

    private Subscriber _subscriber = null!;
    private Served _served = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _subscriber = await Subscriber.StartAsync();
        _served = await Served.StartAsync(Served.Text(Bells), new SimulatorOptions());
    }

    [TearDown]
    public async Task EndAsync()
    {
        await _served.DisposeAsync();
        await _subscriber.DisposeAsync();
    }

    [Test]
    public async Task The_answer_tells_the_secret_that_deliveries_are_signed_with()
    {
        var answer = await RegisterAsync(_subscriber.Url.ToString());
        await HangAsync();

        answer.Status.Should().Be(201);
        var secret = answer.Body!["hook"]!["secret"]!.GetValue<string>();
        var delivery = (await _subscriber.WaitAsync(1)).Single();
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), delivery.Body);
        delivery.Header("X-Signature").Should().EndWith(Convert.ToHexStringLower(digest));
    }

    [Test]
    public async Task Who_takes_the_registration_back_is_told_no_more()
    {
        var id = (await RegisterAsync(_subscriber.Url.ToString())).Body!["hook"]!["id"]!.GetValue<string>();
        await HangAsync();
        await _served.AdvanceAsync(0);

        (await RemoveAsync(id)).Status.Should().Be(204);
        await HangAsync();
        await _served.AdvanceAsync(0);

        _subscriber.All.Should().ContainSingle();
        (await RemoveAsync(id)).Status.Should().Be(404, "it is gone");
    }

    [TestCase("ftp://somewhere")]
    [TestCase("nowhere")]
    public async Task An_address_that_is_none_is_refused(string url) =>
        (await RegisterAsync(url)).Status.Should().Be(400);

    private Task<Served.Answer> RegisterAsync(string url) =>
        _served.PostAsync(
            "/hooks",
            new JsonObject
            {
                ["target"] = new JsonObject { ["url"] = url },
                ["events"] = new JsonArray("bell.hung"),
            }
        );

    private Task<Served.Answer> RemoveAsync(string id) => _served.SendAsync(Served.Request("DELETE", $"/hooks/{id}"));

    private async Task HangAsync() =>
        (await _served.PostAsync("/bells", new JsonObject { ["tone"] = "c" })).Status.Should().Be(201);
}
