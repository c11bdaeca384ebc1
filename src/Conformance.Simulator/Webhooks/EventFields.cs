using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>What is known about the fields an event declares, by their names: fields of the resource, before or after the change.</summary>
/// <param name="type">Type of the resource; null when there is none.</param>
/// <param name="change">What happened to it.</param>
internal sealed partial class EventFields(string? type, ResourceChange change)
{
    /// <summary>A field's value, a node of its own; null when nothing is known of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="types">Its declared types.</param>
    public JsonNode? Find(string name, JsonTypes types)
    {
        if (change.Current is not { } current)
        {
            return null;
        }

        if (current.Fields.TryGetPropertyValue(name, out var own))
        {
            return own?.DeepClone();
        }

        var plain = Plain(name);
        if (plain is "id" or "objectid" or "resourceid" || plain == Plain(type + "_id"))
        {
            return current.Id;
        }

        if (type is not null && plain == Plain(type) && types is JsonTypes.Object)
        {
            return current.Fields.DeepClone();
        }

        if (plain is "changes" or "changed" or "changedfields" && change is { Before: not null, After: not null })
        {
            var changes = Changes(change);
            return types is JsonTypes.Array
                ? new JsonArray([.. changes.Select(c => JsonValue.Create(c.Key))])
                : changes;
        }

        var past = Past().Match(name);
        var present = Present().Match(name);
        return (past.Success ? Of(change.Before?.Fields, past.Groups["stem"].Value) : null)
            ?? (present.Success ? Of(current.Fields, present.Groups["stem"].Value) : null)
            ?? Of(current.Fields, name);
    }

    /// <summary>The fields that a change altered, with their new values.</summary>
    public static JsonObject Changes(ResourceChange change)
    {
        var (before, after) = (change.Before!.Fields, change.After!.Fields);
        var names = after.Select(f => f.Key).Union(before.Select(f => f.Key));
        return new JsonObject(
            names
                .Where(n => !JsonNode.DeepEquals(before[n], after[n]))
                .Select(n => KeyValuePair.Create(n, after[n]?.DeepClone()))
        );
    }

    /// <summary>Whether a field tells a time.</summary>
    public static bool IsTime(string name) => TimeName().IsMatch(name);

    /// <summary>Whether a field tells what was before the change; then what, as far as its name goes.</summary>
    public static string? PastOf(string name) =>
        Past().Match(name) is { Success: true } past ? Plain(past.Groups["stem"].Value) : null;

    /// <summary>Whether a field tells what is after the change; then what, as far as its name goes.</summary>
    public static string? PresentOf(string name) =>
        Present().Match(name) is { Success: true } present ? Plain(present.Groups["stem"].Value) : null;

    private static JsonNode? Of(JsonObject? fields, string stem)
    {
        var wanted = Plain(stem);
        string[] names = wanted is "status" or "state" ? [wanted, "status", "state"] : [wanted];
        return fields is null
            ? null
            : names
                .Select(n => fields.FirstOrDefault(f => Plain(f.Key) == n).Value?.DeepClone())
                .FirstOrDefault(v => v is not null);
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        "^(previous|prev|old|prior|former|before|from)(_(?<stem>.+)|(?<stem>[A-Z].*))$|^(?<stem>.+)_(before|old)$",
        Options,
        10_000
    )]
    private static partial Regex Past();

    [GeneratedRegex(
        "^(current|new|present|now|to)(_(?<stem>.+)|(?<stem>[A-Z].*))$|^(?<stem>.+)_(after|new)$",
        Options,
        10_000
    )]
    private static partial Regex Present();

    [GeneratedRegex("(^|_)(at|on|time|timestamp|date)$|(At|Time|Date)$", Options, 10_000)]
    private static partial Regex TimeName();
}
