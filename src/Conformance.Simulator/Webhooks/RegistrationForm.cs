using System.Text.Json;

namespace Conformance.Simulator.Webhooks;

/// <summary>The declared body of a registration: where in it each placeholder stands.</summary>
/// <param name="template">The body as declared.</param>
internal sealed class RegistrationForm(JsonElement template)
{
    /// <summary>What a request has in the place of a placeholder; null when it has nothing of use there.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="placeholder">The placeholder, with its braces.</param>
    public JsonElement? Find(JsonElement body, string placeholder) => Find(template, body, placeholder);

    private static JsonElement? Find(JsonElement declared, JsonElement sent, string placeholder)
    {
        switch (declared.ValueKind)
        {
            case JsonValueKind.String when declared.GetString() == placeholder:
                return sent.ValueKind is JsonValueKind.String or JsonValueKind.Array ? sent : null;
            case JsonValueKind.Object when sent.ValueKind is JsonValueKind.Object:
                return declared
                    .EnumerateObject()
                    .Select(m => sent.TryGetProperty(m.Name, out var v) ? Find(m.Value, v, placeholder) : null)
                    .FirstOrDefault(v => v is not null);
            case JsonValueKind.Array when sent.ValueKind is JsonValueKind.Array:
                return declared
                    .EnumerateArray()
                    .Zip(sent.EnumerateArray(), (d, s) => Find(d, s, placeholder))
                    .FirstOrDefault(v => v is not null);
            default:
                return null;
        }
    }
}
