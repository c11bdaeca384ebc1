using System.Text.RegularExpressions;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>What the text of a message names: a call, a status, an event. A closed set of forms; other prose names nothing.</summary>
internal static partial class MessageText
{
    /// <summary>The call in <c>POST /api/v1/orders</c>; null when the text is none.</summary>
    public static (string Method, string Path)? Call(string text) =>
        Request().Match(text) is { Success: true } match
            ? (match.Groups["method"].Value, match.Groups["path"].Value)
            : null;

    /// <summary>The status in <c>201 Created</c>, <c>Order Created (201)</c>, <c>HTTP 201</c> or <c>Response: 201</c>.</summary>
    public static int? Status(string text) =>
        Answer().Match(text) is { Success: true } match ? match.Integer("status") : null;

    /// <summary>Whether the text speaks of webhooks or events.</summary>
    public static bool SpeaksOfEvents(string text) => EventWord().IsMatch(text);

    /// <summary>The name in <c>Webhook: order.created</c> or <c>order.created event</c>; null when there is none.</summary>
    public static string? Event(string text) =>
        EventName().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Whether the text has a name as a word of its own.</summary>
    public static bool Has(string text, string name)
    {
        for (
            var at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal)
        )
        {
            if (IsEdge(text, at - 1) && IsEdge(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    // A full stop ends a sentence; one with a letter behind it is part of a name.
    private static bool IsEdge(string text, int at) =>
        at < 0
        || at >= text.Length
        || (
            !char.IsLetterOrDigit(text[at])
            && text[at] is not ('_' or '-')
            && (text[at] != '.' || at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]))
        );

    [GeneratedRegex(
        @"(?<![\w/])(?-i:(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS))\s+[`'""]?(https?://[^/\s]+)?(?<path>/[^\s?#`'"",()]*)",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Request();

    [GeneratedRegex(
        @"(^|\(|:\s*|\bHTTP(/[\d.]+)?\s*|\bstatus(\s+code)?:?\s*|\breturns?\s+)(?<status>[1-5]\d\d)(?![\w.%-]|\s*(items?|ms)\b)",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"\b(web\s?hooks?|events?|callbacks?|deliver(y|s)?|notif(y|ies|ication))\b",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex EventWord();

    [GeneratedRegex(
        @"\b(web\s?hook|event)s?:?\s+[`'""(]?(?<name>\w+([._:-]\w+)+)|(?<name>\w+([._:-]\w+)+)[`'"")]?\s+(event|web\s?hook)\b",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex EventName();
}
