using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Json;

/// <summary>Reads an <c>application/x-www-form-urlencoded</c> body as the flat object its schema speaks of.</summary>
internal static class FormBody
{
    /// <summary>The fields in order, decoded.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(ReadOnlySpan<byte> body) =>
        [
            .. Encoding
                .UTF8.GetString(body)
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Select(p => new KeyValuePair<string, string>(
                    WebUtility.UrlDecode(p[0]),
                    WebUtility.UrlDecode(p.ElementAtOrDefault(1) ?? "")
                )),
        ];

    /// <summary>The fields as an object; of a repeated field the last counts.</summary>
    public static JsonElement Read(ReadOnlySpan<byte> body, SchemaNode schema)
    {
        var members = new JsonObject();
        foreach (var (name, text) in Fields(body))
        {
            var property = schema.Properties.FirstOrDefault(p => p.Name.Value == name);
            members[name] = JsonNode.Parse(
                ScalarText.Read(text, property?.Schema.Types ?? JsonTypes.String).GetRawText()
            );
        }

        return JsonSerializer.SerializeToElement(members);
    }
}
