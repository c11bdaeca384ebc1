using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Conformance.Benchmarks.Comparison;

/// <summary>
/// The server that all tools of a comparison are pointed at: it answers recorded requests with recorded answers and does
/// nothing else, so that the tools' own cost is what differs. It counts, so that no tool can be quick by asking less.
/// </summary>
internal sealed class ReplayTarget
{
    private readonly Dictionary<string, RecordedExchange> answers = [];
    private int known;
    private int unknown;
    private long firstAt;

    private ReplayTarget(IEnumerable<RecordedExchange> exchanges)
    {
        foreach (var exchange in exchanges)
        {
            answers[Key(exchange.Path, exchange.Body)] = exchange;
        }
    }

    /// <summary>Serves until the process is ended; says where on the first line.</summary>
    /// <param name="archive">What was recorded.</param>
    public static Task RunAsync(string archive) =>
        LoopbackTarget.ServeAsync(new ReplayTarget(RecordedExchange.Read(archive)).AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path is "/reset")
        {
            (known, unknown, firstAt) = (0, 0, 0);
            return;
        }

        if (path is "/counts")
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"{known} {unknown} {firstAt}");
            await context.Response.WriteAsync(counts);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var exchange = answers.GetValueOrDefault(Key(path, await reader.ReadToEndAsync()));
        Interlocked.Increment(ref exchange is null ? ref unknown : ref known);
        if (exchange is not null)
        {
            Interlocked.CompareExchange(ref firstAt, TimeProvider.System.GetUtcNow().UtcTicks, 0);
        }

        context.Response.StatusCode = exchange?.Status ?? StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/json";
        var answer = Encoding.UTF8.GetBytes(exchange?.Answer ?? """{"error_code":"NOT_FOUND","message":"unknown"}""");
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    // Tools write the same JSON with other escapes and spaces, and its members in another order.
    private static string Key(string path, string body)
    {
        try
        {
            return $"{path} {Sorted(JsonNode.Parse(body))?.ToJsonString()}";
        }
        catch (JsonException)
        {
            return $"{path} {body}";
        }
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))
            ),
            JsonArray elements => new JsonArray([.. elements.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
