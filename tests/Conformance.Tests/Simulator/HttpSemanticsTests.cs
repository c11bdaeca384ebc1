using System.Net.Sockets;
using System.Text;
using Conformance.Simulator;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

public sealed class HttpSemanticsTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(500);

    [Test]
    public async Task An_unknown_path_is_404_and_a_wrong_method_405_with_Allow()
    {
        await using var served = await Served.OrdersAsync();

        var unknown = await served.CallAsync("GET", "/api/v1/nothing");
        var wrong = await served.CallAsync("DELETE", "/api/v1/orders");
        var none = await served.CallAsync("BREW", "/api/v1/orders");
        var options = await served.CallAsync("OPTIONS", "/api/v1/orders");

        (unknown.Status, unknown.Code).Should().Be((404, "NOT_FOUND"));
        (wrong.Status, wrong.Header("Allow")).Should().Be((405, "POST, GET"));
        wrong.Body!["message"].Should().NotBeNull();
        none.Status.Should().Be(501);
        (options.Status, options.Header("Allow"), options.Text).Should().Be((204, "POST, GET", ""));
    }

    [Test]
    public async Task HEAD_is_GET_without_content()
    {
        await using var served = await Served.OrdersAsync();

        var head = await served.CallAsync("HEAD", "/api/v1/orders");

        (head.Status, head.Text, head.Header("Content-Type")).Should().Be((200, "", "application/json"));
        int.Parse(head.Header("Content-Length")!).Should().BeGreaterThan(0);
    }

    [Test]
    public async Task An_identifier_with_an_encoded_slash_or_of_hostile_text_is_just_unknown()
    {
        await using var served = await Served.OrdersAsync();

        foreach (var id in new[] { "a%2Fb", "%FF", "'%20OR%201=1", new string('x', 200), "%252e%252e" })
        {
            (await served.CallAsync("GET", $"/api/v1/orders/{id}")).Status.Should().Be(404, id);
        }
    }

    [Test]
    public async Task Hostile_texts_are_stored_verbatim_and_never_fail_the_server()
    {
        await using var served = await Served.StartAsync(Served.Load("parcels.yaml"));
        foreach (var text in new[] { "'", "<script>", "${7*7}", "{{7*7}}", "\\u0000", "\\ud83d\\ude00", "::error::" })
        {
            var body = $$$"""
                {"service":"standard","weight_grams":1,"note":"{{{text}}}",
                 "recipient":{"name":"N","lines":["l"],"country":"DE"}}
                """;
            var request = Served.Request(
                "POST",
                "/v2/parcels",
                new StringContent(body, Encoding.UTF8, "application/json")
            );
            request.Headers.Add("X-Carrier-Key", SimulatorCredentials.Default.ApiKey);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

            var answer = await served.SendAsync(request);

            answer.Status.Should().Be(201);
            var sent = System.Text.Json.Nodes.JsonNode.Parse($"\"{text}\"")!.GetValue<string>();
            answer.Body!["note"]!.GetValue<string>().Should().Be(sent);
        }
    }

    [Test]
    public async Task A_connection_that_breaks_in_the_middle_of_a_body_leaves_the_server_serving()
    {
        await using var served = await Served.OrdersAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(served.BaseUrl.Host, served.BaseUrl.Port);
            var head = "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"half";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        }

        (await served.CallAsync("GET", "/api/v1/orders")).Status.Should().Be(200);
    }

    [Test]
    public async Task Random_bytes_never_make_the_server_fail()
    {
        const int Seed = 20260214;
        var random = new Random(Seed);
        await using var served = await Served.OrdersAsync();
        var token = await served.TokenAsync();
        for (var i = 0; i < 300; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Orders.Valid);
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await served.StateAsync("rate limit is reset");
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            var answer = await served.CallAsync("POST", "/api/v1/orders", token: token, edit: r => r.Content = content);
            answer.Status.Should().BeOneOf([201, 400], $"seed {Seed}, round {i}: {Convert.ToHexString(bytes)}");
        }
    }

    [Test]
    public async Task Two_servers_with_the_same_seed_make_the_same_tokens_and_identifiers()
    {
        await using var one = await Served.OrdersAsync();
        await using var two = await Served.OrdersAsync();

        (await one.TokenAsync()).Should().Be(await two.TokenAsync());
    }

    [Test]
    public async Task A_server_listens_at_once_and_an_unknown_fault_is_named()
    {
        var specification = Served.Load("orders.yaml");
        await using (await Served.StartAsync(specification)) { }

        // The quickest of several, for other tests keep the machine busy.
        var quickest = TimeSpan.MaxValue;
        for (var i = 0; i < 10 && quickest >= AtOnce; i++)
        {
            var watch = TimeProvider.System.GetTimestamp();
            await using var server = await Served.StartAsync(specification);
            var taken = TimeProvider.System.GetElapsedTime(watch);
            quickest = taken < quickest ? taken : quickest;
        }

        quickest.Should().BeLessThan(AtOnce);

        var start = () =>
            SimulatorServer.StartAsync(specification, new SimulatorOptions { Faults = ["no-such-fault"] });
        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*'no-such-fault'*omits-required-field*");
    }
}
