using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Keywords of numbers.</summary>
internal static class NumberKeywords
{
    public static SchemaNode Read(MappingReader reader, SchemaNode schema) =>
        schema with
        {
            Minimum = reader.Number("minimum")?.Value,
            Maximum = reader.Number("maximum")?.Value,
            ExclusiveMinimum = reader.Number("exclusiveMinimum")?.Value,
            ExclusiveMaximum = reader.Number("exclusiveMaximum")?.Value,
            MultipleOf = MultipleOf(reader),
        };

    private static decimal? MultipleOf(MappingReader reader)
    {
        var value = reader.Number("multipleOf");
        if (value is { Value: <= 0 })
        {
            reader.Context.WrongType(reader.Node("multipleOf")!, "'multipleOf'", "a number above 0");
            return null;
        }

        return value?.Value;
    }
}
