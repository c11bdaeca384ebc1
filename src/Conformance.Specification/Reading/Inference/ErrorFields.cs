using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>Merges the standard fields of every error into what a response says of its own body.</summary>
internal static class ErrorFields
{
    public static SchemaNode Merge(SchemaNode standard, SchemaNode? own, SourceLocation location)
    {
        if (own is null)
        {
            return standard with { Location = location };
        }

        // A reference brings fields of its own, which only a conjunction keeps.
        return own.Reference is not null || standard.Reference is not null || own.OneOf.Length + own.AnyOf.Length > 0
            ? new SchemaNode { Location = own.Location, AllOf = [standard, own] }
            : Combine(standard, own);
    }

    private static SchemaNode Combine(SchemaNode standard, SchemaNode own) =>
        own with
        {
            Types = own.Types == JsonTypes.Any ? standard.Types : own.Types,
            Format = own.Format ?? standard.Format,
            Description = own.Description ?? standard.Description,
            Pattern = own.Pattern ?? standard.Pattern,
            MaxLength = own.MaxLength ?? standard.MaxLength,
            Enum = own.Enum.IsEmpty ? standard.Enum : own.Enum,
            AdditionalPropertiesAllowed = own.AdditionalPropertiesAllowed ?? standard.AdditionalPropertiesAllowed,
            Items =
                own.Items is null || standard.Items is null
                    ? own.Items ?? standard.Items
                    : Combine(standard.Items, own.Items),
            Properties = Properties(standard, own),
        };

    private static ImmutableArray<SchemaProperty> Properties(SchemaNode standard, SchemaNode own)
    {
        var merged = ImmutableArray.CreateBuilder<SchemaProperty>();
        foreach (var property in standard.Properties)
        {
            var twin = own.Properties.FirstOrDefault(p => p.Name.Value == property.Name.Value);
            merged.Add(twin is null ? property : Both(property, twin, own.InferredFromExample));
        }

        merged.AddRange(own.Properties.Where(p => standard.Properties.All(s => s.Name.Value != p.Name.Value)));
        return merged.ToImmutable();
    }

    /// <summary>An example that shows an optional field does not make it required; a declared schema may.</summary>
    private static SchemaProperty Both(SchemaProperty standard, SchemaProperty own, bool isInferred) =>
        new(
            own.Name,
            Combine(standard.Schema, own.Schema),
            isInferred ? standard.Required : standard.Required ?? own.Required
        );
}
