using System.Globalization;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>
/// Which bodies arrive as they are meant. JSON says everything; a form (<c>application/x-www-form-urlencoded</c>) has texts
/// only, so a number in the place of a text is no mistake there, and nothing says how it spells null, lists and objects.
/// Bodies of other media types are not sent at all.
/// </summary>
/// <param name="effective">Follows references.</param>
internal sealed class SayableBodies(EffectiveSchema effective)
{
    private const JsonTypes Numeric = JsonTypes.Integer | JsonTypes.Number;

    /// <summary>Whether every request of a case says what the case is about.</summary>
    public bool IsSayable(ContractCase contractCase) =>
        contractCase.Steps.All(s =>
            s.Sends is not { Endpoint.Request: { } declared } sent || IsSayable(sent.Body, declared)
        );

    private bool IsSayable(BodyTemplate body, RequestBody declared) =>
        body switch
        {
            _ when BodyTypes.IsJson(declared.ContentType) => true,
            BodyTemplate.Json json => BodyTypes.IsForm(declared.ContentType) && IsSayable(json.Value, declared.Schema),
            // Another spelling of the JSON.
            BodyTemplate.Raw raw => raw.ContentType != declared.ContentType,
            _ => true,
        };

    private bool IsSayable(JsonElement form, SchemaNode declared)
    {
        var fields = effective.Of(declared).Properties;
        return form.ValueKind is JsonValueKind.Object
            && form.EnumerateObject()
                .All(member =>
                    fields.FirstOrDefault(f => f.Name.Value == member.Name) is { } field
                        ? IsReadBack(member.Value, effective.Of(field.Schema).Types)
                        : member.Value is { ValueKind: JsonValueKind.String }
                );
    }

    private static bool IsReadBack(JsonElement value, JsonTypes types) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => (types & Numeric) != 0,
            JsonValueKind.True or JsonValueKind.False => types.HasFlag(JsonTypes.Boolean),
            // An empty field is a missing one to many readers.
            JsonValueKind.String => value.GetString() is { Length: > 0 } text
                && IsScalar(types)
                && !IsRead(text, types),
            _ => false,
        };

    // One text may be a list of one.
    private static bool IsScalar(JsonTypes types) =>
        types is JsonTypes.Any || (types & (JsonTypes.Array | JsonTypes.Object)) == 0;

    /// <summary>Whether a text is taken for a value of another type.</summary>
    private static bool IsRead(string text, JsonTypes types) =>
        ((types & Numeric) != 0 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        || (types.HasFlag(JsonTypes.Boolean) && bool.TryParse(text, out _));
}
