using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Reports.Wording;

/// <summary>A schema of the specification as JSON Schema 2020-12, complete with the data models it refers to.</summary>
internal static class SchemaJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // Read by people, as text; never inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as UTF-8.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="specification">Holds the data models.</param>
    /// <param name="mask">Replaces secrets.</param>
    public static byte[] Write(SchemaNode schema, IntegrationSpecification specification, Func<string, string> mask)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString(
                "$comment",
                $"{schema.Location}{(schema.InferredFromExample ? ", inferred from the example" : "")}"
            );
            new SchemaKeywords(writer).WriteAll(schema);
            WriteModels(writer, ReachableFrom(schema, specification));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetBytes(mask(Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }

    private static void WriteModels(Utf8JsonWriter writer, IReadOnlyCollection<DataModel> models)
    {
        if (models.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("$defs");
        foreach (var model in models)
        {
            writer.WritePropertyName(model.Name.Value);
            new SchemaKeywords(writer).WriteObject(model.Schema);
        }

        writer.WriteEndObject();
    }

    private static List<DataModel> ReachableFrom(SchemaNode schema, IntegrationSpecification specification)
    {
        var found = new List<DataModel>();
        var open = new Stack<SchemaNode>([schema]);
        while (open.TryPop(out var node))
        {
            foreach (var child in SchemaKeywords.ChildrenOf(node))
            {
                open.Push(child);
            }

            var model = specification.DataModels.FirstOrDefault(m => m.Name.Value == node.Reference?.Value);
            if (model is not null && !found.Exists(m => ReferenceEquals(m, model)))
            {
                found.Add(model);
                open.Push(model.Schema);
            }
        }

        return found;
    }
}
