using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Simulator.Resources;

/// <summary>Makes an example's values those of a new resource: its identifier in texts, its times moved to the present.</summary>
internal sealed partial class ExampleAdapter
{
    private readonly string? _exampleId;
    private readonly string _id;
    private readonly TimeSpan _shift;

    /// <summary>Prepares for one resource.</summary>
    /// <param name="example">The example.</param>
    /// <param name="identifier">Name of the identifying field.</param>
    /// <param name="id">The new identifier.</param>
    /// <param name="now">The present time; the example's creation becomes it, and its other times keep their distance.</param>
    public ExampleAdapter(JsonObject example, string identifier, string id, DateTimeOffset now)
    {
        _exampleId = example[identifier]?.ToString();
        _id = id;
        var times = example.Select(m => (m.Key, Time: Time(m.Value))).Where(m => m.Time is not null).ToList();
        var created = times.Where(t => Creation().IsMatch(t.Key)).Concat(times.OrderBy(t => t.Time)).FirstOrDefault();
        _shift = created.Time is { } start ? now - start : TimeSpan.Zero;
    }

    /// <summary>The value for the new resource.</summary>
    public JsonNode? Adapt(JsonNode? value) =>
        value switch
        {
            JsonObject members => new JsonObject(
                members.Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Adapt(m.Value)))
            ),
            JsonArray elements => new JsonArray([.. elements.Select(Adapt)]),
            _ when Time(value) is { } time => PlainText.DateTime(time + _shift),
            _ when value?.GetValueKind() is JsonValueKind.String && _exampleId?.Length > 3 => value
                .GetValue<string>()
                .Replace(_exampleId, _id, StringComparison.Ordinal),
            _ => value?.DeepClone(),
        };

    private static DateTimeOffset? Time(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String
        && Timestamp().IsMatch(value.GetValue<string>())
        && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var time)
            ? time
            : null;

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Timestamp();

    [GeneratedRegex(
        "creat|submit|placed|booked|issued",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Creation();
}
