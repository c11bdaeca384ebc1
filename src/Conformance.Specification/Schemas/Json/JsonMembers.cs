using System.Text.Json;

namespace Conformance.Specification.Schemas.Json;

/// <summary>The members of an object by name, for whoever asks for many: an element is searched from end to end each time.</summary>
internal readonly struct JsonMembers
{
    // Below this many comparisons a table costs more than it saves.
    private const int Few = 1_024;

    private readonly JsonElement element;
    private readonly Dictionary<string, JsonElement>? byName;

    /// <summary>Looks at an object.</summary>
    /// <param name="element">The object.</param>
    /// <param name="asked">How many names are asked for.</param>
    public JsonMembers(JsonElement element, int asked)
    {
        this.element = element;
        if ((long)element.GetPropertyCount() * asked > Few)
        {
            byName = new(StringComparer.Ordinal);
            foreach (var member in element.EnumerateObject())
            {
                // Of several with one name the last counts.
                byName[JsonText.NameOf(member)] = member.Value;
            }
        }
    }

    /// <summary>The member of that name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    public bool TryGet(string name, out JsonElement value) =>
        byName is null ? element.TryGetProperty(name, out value) : byName.TryGetValue(name, out value);
}
