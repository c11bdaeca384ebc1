using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Specification;
using FluentAssertions;

namespace Conformance.Tests.Simulator.Webhooks;

/// <summary>
/// Makes everything happen that a simulator of the desks specification tells of, with a receiver that answers in every
/// way, and writes down what was delivered. The clock stands still between the steps, so nothing in it is accidental.
/// </summary>
internal sealed partial class DeliveryTranscript(Served served, Subscriber subscriber)
{
    private const string Secret = "whsec_c2VjcmV0LW9mLXRoZS1kZXNrcw==";

    private static readonly string[] Desks = ["fine", "accepted", "emptied", "broken", "moved", "refused", "cut off"];

    private static readonly string[] SlowDesks = ["slow", "too slow"];

    private readonly Dictionary<string, string> _ids = [];
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _soon = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What a server with these faults delivers.</summary>
    /// <param name="specification">The desks specification, or a variant of it.</param>
    /// <param name="isPatient">Whether there are receivers that take their time, which costs some.</param>
    /// <param name="faults">The faults.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(
        IntegrationSpecification specification,
        bool isPatient = false,
        params string[] faults
    )
    {
        await using var subscriber = await Subscriber.StartAsync();
        await using var served = await Served.StartAsync(
            specification,
            new SimulatorOptions
            {
                Faults = [.. faults],
                TimeProvider = new StillTime(),
                Webhooks = new(subscriber.Url, Secret),
                Settling = TimeSpan.FromSeconds(isPatient ? 0.5 : 10),
            }
        );
        var transcript = new DeliveryTranscript(served, subscriber);
        await transcript.WriteAsync(isPatient ? [.. Desks, .. SlowDesks] : Desks);
        return transcript._lines;
    }

    /// <summary>The desks specification.</summary>
    /// <param name="edit">Makes a variant of its text.</param>
    public static IntegrationSpecification Load(Func<string, string>? edit = null)
    {
        var text = File.ReadAllText(RepositoryFiles.Fixture("..", "Simulator", "Webhooks", "desks.yaml"));
        var loaded = SpecificationLoader.LoadText("desks.yaml", edit?.Invoke(text) ?? text);
        loaded.HasErrors.Should().BeFalse(string.Join('\n', loaded.Diagnostics));
        return loaded.Specification!;
    }

    private async Task WriteAsync(IEnumerable<string> desks)
    {
        subscriber.Answer = AnswerAsync;
        foreach (var name in desks)
        {
            await BuildAsync(name);
        }

        await served.SendAsync(Request("/desks", """{"name":"no"}"""));
        await BuildAsync("fine", "key");
        await BuildAsync("fine", "key");
        await served.SendAsync(Request("/desks/D-0001/sell"));
        await served.SendAsync(Request("/desks/D-0001/sell"));
        await served.SendAsync(Served.Request("GET", "/desks/D-0001"));
        await PassAsync(11);
        _soon.TrySetResult();
        await PassAsync(20);
        _late.TrySetResult();
        foreach (var seconds in new[] { 14, 15, 110, 130, 700, 801, 1800, 5400 })
        {
            await PassAsync(seconds);
        }
    }

    private Task BuildAsync(string name, string? key = null)
    {
        var request = Request("/desks", $$"""{"name":"{{name}}","legs":4}""");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key is null ? [] : [key]);
        return served.SendAsync(request);
    }

    // The test clock waits until nothing is due or under way, before it moves: also before it moves by nothing.
    private async Task PassAsync(int seconds)
    {
        var before = _lines.Count(l => l.StartsWith(' '));
        await served.AdvanceAsync(seconds);
        await served.AdvanceAsync(0);
        var came = subscriber.All.Skip(before).Select(Line).OrderBy(Anonymous, StringComparer.Ordinal);
        _lines.AddRange(came.Select(l => EventId().Replace(l, Known)).ToList());
        _lines.Add($"{seconds} s pass");
    }

    private async Task<int> AnswerAsync(Subscriber.Received delivery, Microsoft.AspNetCore.Http.HttpContext context)
    {
        switch (Name(delivery))
        {
            case "accepted":
                return 202;
            case "emptied":
                return 204;
            case "broken":
                return 500;
            case "moved" when delivery.Path == "/hooks":
                context.Response.Headers.Location = "/elsewhere";
                return 302;
            case "refused":
                return 404;
            case "cut off":
                context.Abort();
                return 500;
            case "slow":
                await _soon.Task.WaitAsync(context.RequestAborted);
                return 200;
            case "too slow":
                await _late.Task.WaitAsync(context.RequestAborted);
                return 200;
            default:
                return 200;
        }
    }

    private static string? Name(Subscriber.Received delivery)
    {
        var found = NameField().Match(Uri.UnescapeDataString(Encoding.UTF8.GetString(delivery.Body)));
        return found.Success ? found.Groups[1].Value : null;
    }

    private static string Line(Subscriber.Received delivery)
    {
        var headers = delivery
            .Headers.Where(h => h.Key is not ("Host" or "User-Agent"))
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h =>
                $"{h.Key}: {(h.Key.EndsWith("ignature", StringComparison.Ordinal) ? Form(delivery, h.Value) : h.Value)}"
            );
        var text =
            $"{delivery.Method} {delivery.Path} {Encoding.UTF8.GetString(delivery.Body)} {string.Join("; ", headers)}";
        return "  " + Length().Replace(text, "");
    }

    private static string Anonymous(string line) => EventId().Replace(line, "");

    // Signatures differ every time, as ids do; which of the ways to make one they follow does not.
    private static string Form(Subscriber.Received delivery, string signature) =>
        Signatures.Ways(delivery, Secret).FirstOrDefault(w => w.Value == signature).Key ?? "unknown signature";

    private string Known(Match id)
    {
        if (!_ids.TryGetValue(id.Value, out var name))
        {
            name = (_ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            _ids.Add(id.Value, name);
        }

        return $"event {name}";
    }

    private static HttpRequestMessage Request(string path, string? json = null) =>
        Served.Request(
            "POST",
            path,
            json is null
                ? null
                : new StringContent(JsonNode.Parse(json)!.ToJsonString(), Encoding.UTF8, "application/json")
        );

    [GeneratedRegex("\"name\":\"([^\"]*)\"")]
    private static partial Regex NameField();

    [GeneratedRegex("(evt_)?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")]
    private static partial Regex EventId();

    [GeneratedRegex("; Content-Length: \\d+|Content-Length: \\d+; ")]
    private static partial Regex Length();
}
