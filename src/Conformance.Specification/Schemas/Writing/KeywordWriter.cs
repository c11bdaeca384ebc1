using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Specification.Schemas.Writing;

/// <summary>Writes keywords that hold no schemas; what is not set is not written.</summary>
/// <param name="json">The JSON writer.</param>
internal sealed class KeywordWriter(Utf8JsonWriter json)
{
    /// <summary>Two spaces, line feeds on every platform, and no escapes that nobody needs.</summary>
    public static JsonWriterOptions Options { get; } =
        new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>Writes <c>type</c> as a name or a list of names.</summary>
    /// <param name="types">The types.</param>
    public void Types(JsonTypes types)
    {
        var names = SchemaNodes.NamesOf(types);
        if (names.Length == 1)
        {
            json.WriteString("type", names[0]);
        }
        else
        {
            Names("type", [.. names]);
        }
    }

    /// <summary>Writes an object of lists of names.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="lists">The lists.</param>
    public void NameLists(string keyword, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> lists)
    {
        if (lists.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(keyword);
        foreach (var (name, names) in lists)
        {
            json.WriteStartArray(name);
            names.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a list of names.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="names">The names.</param>
    public void Names(string keyword, ImmutableArray<string> names)
    {
        if (!names.IsEmpty)
        {
            json.WriteStartArray(keyword);
            names.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }
    }

    /// <summary>Writes a list of values.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="values">The values.</param>
    public void Values(string keyword, ImmutableArray<JsonElement> values)
    {
        if (!values.IsEmpty)
        {
            json.WriteStartArray(keyword);
            values.ToList().ForEach(value => value.WriteTo(json));
            json.WriteEndArray();
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="value">The value.</param>
    public void Value(string keyword, JsonElement? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(keyword);
            value.Value.WriteTo(json);
        }
    }

    /// <summary>Writes a text.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="text">The text.</param>
    public void Text(string keyword, string? text)
    {
        if (text is not null)
        {
            json.WriteString(keyword, text);
        }
    }

    /// <summary>Writes a count.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="count">The count.</param>
    public void Count(string keyword, int? count)
    {
        if (count is not null)
        {
            json.WriteNumber(keyword, count.Value);
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="number">The number.</param>
    public void Number(string keyword, decimal? number)
    {
        if (number is not null)
        {
            json.WriteNumber(keyword, number.Value);
        }
    }

    /// <summary>Writes a flag that is set.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="flag">The flag.</param>
    public void Flag(string keyword, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(keyword, true);
        }
    }
}
