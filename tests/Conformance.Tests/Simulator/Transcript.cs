using System.Text;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Tests.Specification;
using FluentAssertions;

namespace Conformance.Tests.Simulator;

/// <summary>Asks a simulator of the tickets specification everything, and writes down the answers. The clock stands still, so nothing in them is accidental.</summary>
internal sealed class Transcript : IAsyncDisposable
{
    private const string Ticket =
        """{"title":"Broken lamp","team":"facility","severity":"low","work":[{"hours":2,"rate":12.5}]}""";

    private readonly List<string> _lines = [];
    private readonly HttpClient _http;
    private int _requests;

    private Transcript(Uri baseUrl) => _http = new HttpClient { BaseAddress = baseUrl };

    public static Task<IReadOnlyList<string>> OfAsync(params string[] faults) => OfAsync(faults, known: null);

    /// <summary>Of a server with faults, no longer than it takes to see that it differs from one that is known.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string[] faults, IReadOnlyList<string>? known)
    {
        var time = new FrozenTime();
        var loaded = SpecificationLoader.Load(RepositoryFiles.Fixture("..", "Simulator", "tickets.yaml"));
        loaded.HasErrors.Should().BeFalse(string.Join('\n', loaded.Diagnostics));
        var options = new SimulatorOptions { Faults = [.. faults], TimeProvider = time };
        await using var server = await SimulatorServer.StartAsync(loaded.Specification!, options);
        await using var transcript = new Transcript(server.BaseUrl);
        await transcript.WriteAsync(known);
        if (!transcript.Differs(known))
        {
            transcript._lines.Add(
                $"longest wait {(time.LongestTimer > TimeSpan.FromSeconds(1) ? time.LongestTimer : TimeSpan.Zero)}"
            );
        }

        return transcript.Differs(known)
            ? transcript._lines
            : [.. transcript._lines, .. await AccessTranscript.OfAsync(faults)];
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(IReadOnlyList<string>? known)
    {
        var (full, reader, other) = (
            await TokenAsync(1, ""),
            await TokenAsync(1, "&scope=read"),
            await TokenAsync(2, "")
        );
        Func<Task>[] parts =
        [
            () => SendAsync("POST", "/token", null, "grant_type=client_credentials&client_id=x&client_secret=y"),
            () => WriteCreationsAsync(full, other),
            () => WriteViolationsAsync(full),
            () => WriteResourcesAsync(full),
            () => WriteAccessAsync(full, reader),
            () => WriteCredentialsAsync(full, reader),
            WriteTokenRequestsAsync,
            () => WriteNearMissesAsync(full),
            () => WriteLimitsAsync(full, other),
            () => WriteTimeAsync(full),
            async () =>
                await WriteNeighboursAsync(
                    await TokenAsync(1, ""),
                    await TokenAsync(1, "&scope=read"),
                    await TokenAsync(2, "")
                ),
        ];
        foreach (var part in parts)
        {
            await part();
            if (Differs(known))
            {
                return;
            }
        }
    }

    private bool Differs(IReadOnlyList<string>? known) =>
        known is not null && !_lines.SequenceEqual(known.Take(_lines.Count));

    private async Task WriteCreationsAsync(string token, string other)
    {
        await CreateAsync(token, Ticket, "k1");
        await CreateAsync(token, Ticket, "k1");
        await CreateAsync(token, Ticket.Replace("lamp", "door"), "k1");
        await CreateAsync(other, Ticket, "k1");
        await CreateAsync(token, Ticket, "a-key-of-many-characters-1");
        await CreateAsync(token, Ticket, "a-key-of-many-characters-2");
        await CreateAsync(token, Ticket, new string('k', 65));
        await CreateAsync(token, Ticket.Replace("12.5", "12.6"), "k1");
        await CreateAsync(token, Ticket.Replace("low", "high"), "k1");
        await CreateAsync(token, Ticket, "K1");
        await CreateAsync(token, Ticket, "it's");
        await CreateAsync(await TokenAsync(1, ""), Ticket, "k1");
        await CreateAsync(token, Ticket, new string('l', 49) + "1");
        await CreateAsync(token, Ticket, new string('l', 49) + "2");
        await CreateAsync(token, "{}", "corrected");
        await CreateAsync(token, Ticket, "corrected");
        var raced = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => AskAsync("POST", "/tickets", token, Ticket, "race"))
        );
        var created = raced.Count(r => r.StartsWith("201", StringComparison.Ordinal));
        _lines.Add($"race: {(created > 1 ? "several" : "one")} created");
        var inUse = raced.Where(r => r.StartsWith("409", StringComparison.Ordinal)).ToList();
        var isToldApart = inUse.All(r => r.Contains("KEY_BUSY", StringComparison.Ordinal));
        var isToldWhen = inUse.All(r => r.Contains("Retry-After", StringComparison.Ordinal));
        _lines.Add($"race: told apart {isToldApart}, told when {isToldWhen}");
    }

    private async Task WriteViolationsAsync(string token)
    {
        string[] wrong =
        [
            Ticket.Replace("\"title\":\"Broken lamp\",", ""),
            Ticket.Replace("Broken lamp", "no"),
            Ticket.Replace("Broken lamp", "a title that is far too long"),
            Ticket.Replace("facility", "TEAM 7"),
            Ticket.Replace("low", "medium"),
            Ticket.Replace("\"severity\":\"low\"", "\"reporter\":\"nobody\""),
            Ticket.Replace("\"severity\":\"low\"", "\"labels\":[\"x\",\"x\"]"),
            Ticket.Replace("\"severity\":\"low\"", "\"unknown\":1"),
            Ticket.Replace("{\"hours\":2,\"rate\":12.5}", ""),
            Ticket.Replace("[{", "[{\"hours\":1,\"rate\":1},{\"hours\":1,\"rate\":1},{"),
            Ticket.Replace("2,", "0,"),
            Ticket.Replace("2,", "11,"),
            Ticket.Replace("2,", "\"2\","),
            Ticket.Replace("2,", "\"2h\","),
            Ticket.Replace("12.5", "12.505"),
            "{\"title\":",
            "{}",
        ];
        foreach (var body in wrong)
        {
            await CreateAsync(token, body, null);
        }

        await SendAsync("POST", "/tickets", token, Ticket, contentType: "text/plain");
        await SendAsync("POST", "/tickets", token, Ticket, withRequestId: false);
        await SendAsync("POST", "/_simulator/states", null, """{"state":"The database is down"}""");
        await CreateAsync(token, Ticket, "down");
        await SendAsync("POST", "/_simulator/states", null, """{"state":"The database is down","action":"teardown"}""");
        await CreateAsync(token, Ticket, "down");
        await SendAsync("POST", "/_simulator/states", null, """{"state":"The queue is full"}""");
        await CreateAsync(token, Ticket, "full");
        await SendAsync("POST", "/_simulator/states", null, """{"state":"The queue is full","action":"teardown"}""");
        await CreateAsync(token, Ticket, "full");
    }

    private async Task WriteNearMissesAsync(string token)
    {
        const string Item = "{\"hours\":2,\"rate\":12.5}";
        string[] near =
        [
            Ticket.Replace("}]", "},{\"hours\":0,\"rate\":1}]"),
            Ticket.Replace(Item, "{\"hours\":0,\"rate\":1}," + Item),
            Ticket.Replace("2,", "10,"),
            Ticket.Replace("2,", "1,"),
            Ticket.Replace("2,", "1.5,"),
            Ticket.Replace("2,", "true,"),
            Ticket.Replace("\"hours\":2,", ""),
            Ticket.Replace("facility", "facility 7"),
            Ticket.Replace("facility", "facility\\n"),
            Ticket.Replace("facility", " facility"),
            Ticket.Replace("Broken lamp", new string('x', 20)),
            Ticket.Replace("Broken lamp", new string('\u00e9', 12)),
            Ticket.Replace("\"low\"", "null"),
            Ticket.Replace("\"severity\":\"low\",", ""),
            Ticket.Replace("}]", "}," + Item + "]"),
        ];
        foreach (var body in near)
        {
            await CreateAsync(token, body, null);
        }

        await SendAsync("GET", "/tickets?limit=51", token);
        await SendAsync("PATCH", "/tickets/T-0003", token, """{"title":"Changed","state":"closed"}""");
        await SendAsync("PATCH", "/tickets/T-0003", token, """{"title":"Changed","state":"open"}""");
        await SendAsync("GET", "/tickets", token, withRequestId: false);
        await SendAsync("POST", "/tickets", token, Ticket, requestId: "not-a-uuid");
    }

    private async Task WriteResourcesAsync(string token)
    {
        await SendAsync("GET", "/tickets/T-0001", token);
        await SendAsync("GET", "/tickets/T-9999", token);
        await SendAsync("PATCH", "/tickets/T-0001", token, """{"title":"Changed"}""");
        await SendAsync("GET", "/tickets/T-0001", token);
        await SendAsync("GET", "/tickets/T-0001", token);
        await SendAsync("PATCH", "/tickets/T-0001", token, """{"title":7}""");
        await SendAsync("GET", "/tickets/T-0001", token);
        await SendAsync("PATCH", "/tickets/T-0001", token, """{"severity":null}""");
        await SendAsync("GET", "/tickets/T-0001", token);
        await CreateAsync(token, Ticket, "k1");
        await SendAsync("GET", "/tickets?limit=2&offset=1", token);
        await SendAsync("POST", "/tickets/T-0001/close", token);
        await SendAsync("POST", "/tickets/T-0001/close", token);
        await SendAsync("GET", "/tickets/T-0001", token);
        await SendAsync("GET", "/tickets", token);
        await SendAsync("DELETE", "/tickets/T-0001", token);
        await SendAsync("GET", "/tickets/T-0001", token);
        await SendAsync("GET", "/tickets", token);
        await SendAsync("GET", "/nothing", token);
        await SendAsync("PUT", "/tickets", token);
    }

    private async Task WriteAccessAsync(string token, string reader)
    {
        await SendAsync("GET", "/tickets", null);
        await SendAsync("GET", "/tickets", "nonsense");
        await SendAsync("GET", $"/tickets?access_token={token}", null);
        await SendAsync("GET", "/tickets", token, scheme: "bearer");
        await CreateAsync(reader, Ticket, null);
    }

    private async Task WriteCredentialsAsync(string token, string reader)
    {
        var changed = token[^1] == 'A' ? 'B' : 'A';
        string[] credentials =
        [
            "Bearer",
            $"Basic {token}",
            token,
            $"BEARER {token}",
            $"Bearer {changed}{token[1..]}",
            $"Bearer {token[..^1]}{changed}",
            $"Bearer {token[..^1]}",
            $"Bearer {token}x",
            $"Bearer {token[..4]}{new string('x', token.Length - 4)}",
            $"Bearer {token.ToUpperInvariant()}",
        ];
        foreach (var credential in credentials)
        {
            await SendAsync("GET", "/tickets", credential, scheme: "");
        }

        await SendAsync("GET", $"/tickets?token={token}", null);
        await SendAsync("POST", "/tickets", null, $$"""{"access_token":"{{token}}"}""");
        await SendAsync("GET", "/tickets", null, key: token);
        await SendAsync("POST", "/notes", null, """{"text":"hello"}""");
        await SendAsync("POST", "/notes", reader, """{"text":"hello"}""");
        await SendAsync("GET", "/notes", null);
        var writer = await TokenAsync(1, "&scope=write");
        await SendAsync("GET", "/tickets", writer);
        await SendAsync("GET", "/notes", writer);
    }

    private async Task WriteTokenRequestsAsync()
    {
        var known = SimulatorCredentials.Default;
        var (id, secret) = ($"client_id={known.ClientId}", $"client_secret={known.ClientSecret}");
        const string Grant = "grant_type=client_credentials";
        string[] forms =
        [
            $"{Grant}&{id}&client_secret=wrong",
            $"{Grant}&{id}&{secret[..^1]}",
            $"{Grant}&{id}&client_secret={known.ClientSecret.ToUpperInvariant()}",
            $"{Grant}&{id}",
            $"{Grant}&client_id=x&{secret}",
            $"{id}&{secret}",
            $"grant_type=password&{id}&{secret}",
            $"{Grant}&{id}&{secret}&scope=read+nosuch",
        ];
        foreach (var form in forms)
        {
            await SendAsync("POST", "/token", null, form);
        }

        await SendAsync("GET", $"/token?{Grant}&{id}&{secret}", null);
        await SendAsync("POST", $"/token?{id}&{secret}", null, Grant);
    }

    private async Task WriteLimitsAsync(string token, string other)
    {
        for (var i = 0; i < 7; i++)
        {
            await SendAsync("DELETE", "/tickets/T-9999", token);
        }

        for (var i = 0; i < 7; i++)
        {
            await SendAsync("GET", "/search?team=nobody", token);
        }

        await SendAsync("GET", "/search?team=facility", other);
        await SendAsync("GET", "/search?team=facility", await TokenAsync(1, ""));
        for (var i = 0; i < 4; i++)
        {
            await SendAsync("POST", "/notes", token, """{"text":"hello"}""");
        }

        await SendAsync("GET", "/notes", token);
    }

    private async Task WriteTimeAsync(string token)
    {
        foreach (var seconds in new[] { 59, 1, 1800, 1710, 60, 30 })
        {
            await SendAsync("POST", "/_simulator/clock", null, $$"""{"advance_seconds":{{seconds}}}""");
            await SendAsync("GET", "/search?team=facility", token);
            await SendAsync("GET", "/notes", token);
            await SendAsync("GET", "/search?team=facil", token);
            await SendAsync("GET", "/tickets/T-0003", token);
            await CreateAsync(token, Ticket, "k1");
        }
    }

    // What stands beside a resource: others of the client, others' clients, and many of them.
    private async Task WriteNeighboursAsync(string token, string reader, string other)
    {
        var labelled = Ticket.Replace("\"severity\":\"low\"", "\"labels\":[\"x\",\"y\"]");
        await CreateAsync(token, labelled, "labels");
        await CreateAsync(token, labelled.Replace("\"y\"", "\"z\""), "labels");
        var labels = string.Join(',', Enumerable.Range(0, 21).Select(i => i == 20 ? "20" : $"\"{i}\""));
        await CreateAsync(token, labelled.Replace("\"x\",\"y\"", labels), null);
        await CreateAsync(token, Ticket.Replace("facility", new string('f', 25)), null);
        var newest = IdIn(await CreateAsync(token, Ticket, "neighbour"));
        for (var i = 0; i < 21; i++)
        {
            await CreateAsync(token, Ticket, null);
        }

        await CreateAsync(token, Ticket, "neighbour");
        await SendAsync("GET", $"/tickets/{newest}", other);
        await SendAsync("POST", $"/tickets/{newest}/close", other);
        await SendAsync("POST", $"/tickets/{newest}/close", reader);
        await SendAsync("GET", $"/tickets/{newest}", token);
        await SendAsync("PATCH", $"/tickets/{newest}", token, """{"title":"Neighbour"}""");
        await SendAsync("GET", "/tickets?limit=50", token);
        await SendAsync("DELETE", $"/tickets/{newest}", token);
        await SendAsync("GET", "/tickets?limit=50", token);
        await SendAsync("POST", "/_simulator/clock", null, """{"advance_seconds":60}""");
        await SendAsync("GET", "/search?team=FACILITY", token);
    }

    private static string IdIn(string answer) =>
        answer.Split("\"id\":\"") is [_, var rest, ..] ? rest.Split('"')[0] : "T-0000";

    private async Task<string> TokenAsync(int client, string more)
    {
        var known = client == 1 ? SimulatorCredentials.Default : SimulatorCredentials.Second;
        var form = $"grant_type=client_credentials&client_id={known.ClientId}&client_secret={known.ClientSecret}{more}";
        var answer = await SendAsync("POST", "/token", null, form);
        var start = answer.IndexOf("\"access_token\":\"", StringComparison.Ordinal) + 16;
        return start < 16 ? "none" : answer[start..].Split('"')[0];
    }

    private Task<string> CreateAsync(string token, string body, string? key) =>
        SendAsync("POST", "/tickets", token, body, key);

    private async Task<string> SendAsync(
        string method,
        string path,
        string? token,
        string? body = null,
        string? key = null,
        string scheme = "Bearer",
        string? contentType = null,
        bool withRequestId = true,
        string? requestId = null
    )
    {
        var answer = await AskAsync(method, path, token, body, key, scheme, contentType, withRequestId, requestId);
        _lines.Add($"{_lines.Count} {method} {path} -> {answer}");
        return answer;
    }

    private async Task<string> AskAsync(
        string method,
        string path,
        string? token,
        string? body = null,
        string? key = null,
        string scheme = "Bearer",
        string? contentType = null,
        bool withRequestId = true,
        string? requestId = null
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var form = path.StartsWith("/token", StringComparison.Ordinal)
            ? "application/x-www-form-urlencoded"
            : "application/json";
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType ?? form);
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? [] : [$"{scheme} {token}".Trim()]);
        request.Headers.TryAddWithoutValidation("X-Idempotency-Key", key is null ? [] : [key]);
        if (withRequestId)
        {
            var number = Interlocked.Increment(ref _requests);
            request.Headers.Add("X-Request-ID", requestId ?? $"00000000-0000-4000-8000-{number:D12}");
        }

        // An id that the server makes up is another one each time.
        var isOwnId = withRequestId && requestId is null;
        try
        {
            using var response = await _http.SendAsync(request);
            var headers = response
                .Headers.Concat(response.Content.Headers)
                .Where(h => isOwnId || h.Key != "X-Request-ID");
            var text = await response.Content.ReadAsStringAsync();
            text = isOwnId ? text : text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var lines = headers.OrderBy(h => h.Key).Select(h => $"{h.Key}: {string.Join(" | ", h.Value)}");
            return $"{(int)response.StatusCode} {string.Join("; ", lines)} {text}";
        }
        catch (HttpRequestException)
        {
            return "no answer";
        }
    }
}
