using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>Headers: a text, or a mapping with a description and a schema.</summary>
internal static class HeaderReader
{
    public static HeaderDefinition Request(YamlEntry entry, bool required, ReadingContext context)
    {
        var (text, schema, _) = Read(entry, HeaderText.OfRequest, context);
        return new HeaderDefinition(Name(entry), required, text, schema);
    }

    /// <summary>A header that a response declares must be there, unless it says otherwise.</summary>
    public static ResponseHeader Response(YamlEntry entry, ReadingContext context)
    {
        var (text, schema, required) = Read(entry, HeaderText.OfResponse, context);
        var isOptional = Specification.Schemas.TypeDescription.TryParse(text.Value) is { IsOptional: true };
        return new ResponseHeader(Name(entry), text, required ?? !isOptional, schema);
    }

    private static Located<string> Name(YamlEntry entry) => new(entry.Key.Text, entry.Key.Location);

    private static (Located<string> Text, SchemaNode Schema, bool? Required) Read(
        YamlEntry entry,
        Func<Located<string>, SchemaNode> ofText,
        ReadingContext context
    )
    {
        if (entry.Value is not YamlMapping mapping)
        {
            var text = context.Text(entry.Value, $"header '{entry.Key.Text}'") ?? new("", entry.Value.Location);
            return (text, ofText(text), null);
        }

        var reader = new MappingReader(mapping, $"header '{entry.Key.Text}'", context);
        var required = reader.Boolean("required");
        var value = reader.Text("value");
        var written = value ?? reader.Text("description") ?? reader.Text("example") ?? new("", mapping.Location);
        var schema =
            reader.Node("schema") is { } declared ? SchemaReader.Read(declared, context)
            : value is not null ? ofText(value)
            : SchemaReader.Read(mapping, context, "required", "value");
        if (mapping.Find("schema") is not null || value is not null)
        {
            reader.End();
        }

        return (written, schema, required);
    }
}
