using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Keywords of texts.</summary>
internal static class TextKeywords
{
    public static SchemaNode Read(MappingReader reader, SchemaNode schema) =>
        schema with
        {
            MinLength = Count(reader, "minLength"),
            MaxLength = Count(reader, "maxLength"),
            Pattern = reader.Text("pattern")?.Value,
            Format = reader.Text("format") is { } format ? SchemaFormats.Normalize(format.Value) : null,
        };

    /// <summary>A number of things: whole, not negative.</summary>
    public static int? Count(MappingReader reader, string key)
    {
        var value = reader.Integer(key);
        if (value is { Value: < 0 })
        {
            reader.Context.WrongType(reader.Node(key)!, $"'{key}'", "a whole number of at least 0");
            return null;
        }

        return value?.Value;
    }
}
