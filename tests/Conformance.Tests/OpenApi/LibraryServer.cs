using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Tests.Execution;
using Microsoft.AspNetCore.Http;

namespace Conformance.Tests.OpenApi;

/// <summary>A server of <c>library.yaml</c>, written by hand from that document, with one thing wrong if a test wants so.</summary>
/// <param name="fault">What is wrong; nothing when empty.</param>
internal sealed class LibraryServer(string fault)
{
    public const string Key = "library-key-1";

    private readonly ConcurrentDictionary<string, (int Number, JsonObject Book)> books = new();
    private int last;

    public static Task<LoopbackServer> StartAsync(string fault) =>
        LoopbackServer.StartAsync(new LibraryServer(fault).AnswerAsync);

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/v1/health")
        {
            return IsGet(http) ? SendAsync(http, 200, new JsonObject { ["open"] = true }) : RefuseAsync(http, 405);
        }

        if (http.Request.Headers["X-Library-Key"] != Key && fault != "any-key")
        {
            http.Response.Headers.WWWAuthenticate = "Key";
            return RefuseAsync(http, 401);
        }

        return path == "/v1/books" ? ShelfAsync(http)
            : path.StartsWith("/v1/books/", StringComparison.Ordinal) ? BookAsync(http, path["/v1/books/".Length..])
            : RefuseAsync(http, 404);
    }

    private Task ShelfAsync(HttpContext http) =>
        http.Request.Method switch
        {
            "GET" or "HEAD" => ListAsync(http),
            "POST" => AddAsync(http),
            _ => RefuseAsync(http, 405),
        };

    private Task ListAsync(HttpContext http)
    {
        var limit = http.Request.Query["limit"] is [{ } text]
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0
            : 20;
        var shelves = http.Request.Query["shelf"];
        if ((limit is < 1 or > 50 && fault != "any-limit") || shelves.Any(s => s is not ("fiction" or "science")))
        {
            return RefuseAsync(http, 400);
        }

        var found = books
            .Values.OrderByDescending(b => b.Number)
            .Select(b => b.Book)
            .Where(b => shelves.Count == 0 || shelves.Contains((string?)b["shelf"]))
            .Take(limit)
            .Select(b => b.DeepClone());
        return SendAsync(http, 200, new JsonObject { ["books"] = new JsonArray([.. found]) });
    }

    private async Task AddAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } book || !IsBook(book))
        {
            await RefuseAsync(http, 400);
            return;
        }

        var number = Interlocked.Increment(ref last);
        book["id"] = FormattableString.Invariant($"B{number}");
        book["added_at"] = "2026-01-02T03:04:05Z";
        books[(string)book["id"]!] = (number, book);
        var answer = book.DeepClone().AsObject();
        if (fault == "no-id")
        {
            answer.Remove("id");
        }

        await SendAsync(http, fault == "status-200" ? 200 : 201, answer);
    }

    private Task BookAsync(HttpContext http, string id)
    {
        if (!books.TryGetValue(Uri.UnescapeDataString(id), out var found))
        {
            return RefuseAsync(http, 404);
        }

        switch (http.Request.Method)
        {
            case "GET" or "HEAD":
                return SendAsync(http, 200, found.Book.DeepClone());
            case "DELETE":
                if (fault != "kept")
                {
                    books.TryRemove(id, out _);
                }

                http.Response.StatusCode = 204;
                return Task.CompletedTask;
            default:
                return RefuseAsync(http, 405);
        }
    }

    private bool IsBook(JsonObject book) =>
        book["title"] is JsonValue title
        && title.TryGetValue<string>(out var text)
        && text.EnumerateRunes().Count() is >= 1 and <= 80
        && book["pages"] is JsonValue pages
        && pages.TryGetValue<decimal>(out var count)
        && decimal.IsInteger(count)
        && (count is >= 1 and <= 5000 || fault == "any-pages")
        && (!book.ContainsKey("shelf") || (book["shelf"] as JsonValue)?.ToString() is "fiction" or "science")
        && (
            book["note"] is null
            || (
                book["note"] is JsonValue note
                && note.TryGetValue<string>(out var words)
                && words.EnumerateRunes().Count() <= 200
            )
        );

    private static async Task<JsonObject?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var type = http.Request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body.ToArray());
            var strict = new JsonDocumentOptions { AllowDuplicateProperties = false };
            var book = JsonNode.Parse(text, documentOptions: strict) as JsonObject;
            // Texts are decoded when they are asked for; half of a surrogate pair is none.
            foreach (var value in book?.Select(p => p.Value).OfType<JsonValue>() ?? [])
            {
                _ = value.TryGetValue<string>(out _);
            }

            return book;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsGet(HttpContext http) => http.Request.Method is "GET" or "HEAD";

    private static Task RefuseAsync(HttpContext http, int status) =>
        SendAsync(http, status, new JsonObject { ["code"] = $"E{status}", ["message"] = "That cannot be done" });

    private static Task SendAsync(HttpContext http, int status, JsonNode body)
    {
        http.Response.StatusCode = status;
        if (status == 405)
        {
            http.Response.Headers.Allow = "GET, HEAD, POST, DELETE";
        }

        http.Response.ContentType = "application/json";
        return http.Request.Method == "HEAD" ? Task.CompletedTask : http.Response.WriteAsync(body.ToJsonString());
    }
}
