using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Lowers constraint phrases and description hints to keywords; each stands where its phrase does.</summary>
internal static class ConstraintReader
{
    public static SchemaNode Read(MappingReader reader, SchemaNode schema)
    {
        foreach (var text in reader.Texts("constraints"))
        {
            foreach (var phrase in ConstraintPhrase.Split(text.Value))
            {
                schema = Apply(schema, phrase, text.Location, reader.Context);
            }
        }

        return DescriptionHint(schema);
    }

    public static SchemaNode Apply(SchemaNode schema, string phrase, SourceLocation location, ReadingContext context)
    {
        var result = ConstraintPhrase.Parse(phrase, schema.Types);
        if (!result.IsUnderstood)
        {
            context.Diagnostics.Report(
                LoaderRules.Constraint,
                location,
                $"constraint '{phrase}' is not checked: it is not one of the accepted phrases",
                result.Accepted,
                phrase,
                "use an accepted phrase, or a keyword such as maxLength or pattern"
            );
            return schema;
        }

        var applied = result.Value.Apply(schema);
        return applied with
        {
            KeywordLocations = applied.KeywordLocations.SetItems(
                result.Value.Keywords.Select(keyword => KeyValuePair.Create(keyword, location))
            ),
        };
    }

    /// <summary>"Price per unit (2 decimal places)" says of a number that it is a multiple of 0.01.</summary>
    private static SchemaNode DescriptionHint(SchemaNode schema)
    {
        var isNumber = (schema.Types & (JsonTypes.Number | JsonTypes.Integer)) != 0;
        if (
            !isNumber
            || schema is not { MultipleOf: null, Description: { } description }
            || DecimalPlacesHint.Find(description) is not ({ } places and <= 20)
        )
        {
            return schema;
        }

        return schema with
        {
            MultipleOf = ConstraintPhrase.MultipleOf(places),
            KeywordLocations = schema.KeywordLocations.SetItem("multipleOf", schema.LocationOf("description")),
        };
    }
}
