using System.Text.Json;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Identifiers that want to lead the next request elsewhere.</summary>
internal static class IdentifierWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        Identifier("an identifier that climbs", "../../first", "GET /first"),
        Identifier("an identifier that is another host", "//evil.example/x", "GET //"),
        Identifier("an identifier that is an address", "http://169.254.169.254/", "GET http:"),
        Identifier("an identifier with a line break", "T\r\nX-Injected: 1", "\r\nX-Injected"),
        Identifier("an identifier with a query and a fragment", "T?admin=true#x", "T?admin"),
        Identifier("an identifier with half an escape", "%zz%", null),
        Identifier("an identifier of dots", "..", null),
        Identifier("an identifier of spaces and controls", " \t\0\u001b[31m", null),
        Identifier("an identifier beyond Unicode", "\u202e\ufffe😀", null),
        Identifier("an identifier of 100,000 characters", new string('i', 100_000), null),
        Identifier("an empty identifier", "", null),
        Raw("an identifier that is half a surrogate pair", """{"thing_id":"\ud800","name":"Lamp"}"""),
        Raw(
            "an identifier that is a number without end",
            $$"""{"thing_id":{{new string('7', 10_000)}},"name":"Lamp"}"""
        ),
        Raw("an identifier that is an object", """{"thing_id":{"a":1},"name":"Lamp"}"""),
    ];

    private static HostileWay Identifier(string name, string identifier, string? neverAsked) =>
        Raw(name, $$"""{"thing_id":{{JsonSerializer.Serialize(identifier)}},"name":"Lamp"}""") with
        {
            NeverAsked = neverAsked,
        };

    private static HostileWay Raw(string name, string body) =>
        new(name, Place.Creation, Verdict.Failed, "", (wire, _) => wire.JsonAsync("201 Created", body));
}
