using System.Globalization;
using System.Text.Json;

namespace Conformance.Simulator.States;

/// <summary>Looks for a fixture's value in a request body.</summary>
internal static class FixtureField
{
    /// <summary>Whether the field at a path such as <c>items[0].product_id</c> has the value.</summary>
    public static bool Holds(JsonElement body, string path, JsonElement value)
    {
        var at = body;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            if (!TryStep(at, step, out at))
            {
                return false;
            }
        }

        return JsonElement.DeepEquals(at, value);
    }

    private static bool TryStep(JsonElement from, string step, out JsonElement to)
    {
        to = default;
        if (from.ValueKind is JsonValueKind.Object)
        {
            return from.TryGetProperty(step, out to);
        }

        var isIndex = int.TryParse(step.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        if (from.ValueKind is not JsonValueKind.Array || !isIndex || index >= from.GetArrayLength())
        {
            return false;
        }

        to = from[index];
        return true;
    }
}
