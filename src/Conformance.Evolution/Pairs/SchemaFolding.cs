using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>Two schemas that must both hold, as one.</summary>
internal static class SchemaFolding
{
    public static SchemaNode Fold(SchemaNode a, SchemaNode b) =>
        a with
        {
            KeywordLocations = b.KeywordLocations.SetItems(a.KeywordLocations),
            Types = Common(a.Types, b.Types),
            Title = a.Title ?? b.Title,
            Description = a.Description ?? b.Description,
            Properties = Properties(a.Properties, b.Properties),
            AdditionalPropertiesAllowed =
                a.AdditionalPropertiesAllowed == false || b.AdditionalPropertiesAllowed == false
                    ? false
                    : a.AdditionalPropertiesAllowed ?? b.AdditionalPropertiesAllowed,
            AdditionalProperties = a.AdditionalProperties ?? b.AdditionalProperties,
            PatternProperties = [.. a.PatternProperties, .. b.PatternProperties],
            PropertyNames = a.PropertyNames ?? b.PropertyNames,
            DependentRequired = [.. a.DependentRequired, .. b.DependentRequired],
            MinProperties = Greater(a.MinProperties, b.MinProperties),
            MaxProperties = Less(a.MaxProperties, b.MaxProperties),
            Items = a.Items ?? b.Items,
            PrefixItems = a.PrefixItems.IsEmpty ? b.PrefixItems : a.PrefixItems,
            Contains = a.Contains ?? b.Contains,
            MinItems = Greater(a.MinItems, b.MinItems),
            MaxItems = Less(a.MaxItems, b.MaxItems),
            UniqueItems = a.UniqueItems || b.UniqueItems,
            Minimum = Greater(a.Minimum, b.Minimum),
            Maximum = Less(a.Maximum, b.Maximum),
            ExclusiveMinimum = Greater(a.ExclusiveMinimum, b.ExclusiveMinimum),
            ExclusiveMaximum = Less(a.ExclusiveMaximum, b.ExclusiveMaximum),
            MultipleOf = a.MultipleOf ?? b.MultipleOf,
            MinLength = Greater(a.MinLength, b.MinLength),
            MaxLength = Less(a.MaxLength, b.MaxLength),
            Pattern = a.Pattern ?? b.Pattern,
            Format = a.Format ?? b.Format,
            Enum = Enum(a.Enum, b.Enum),
            Const = a.Const ?? b.Const,
            Default = a.Default ?? b.Default,
            Examples = a.Examples.IsEmpty ? b.Examples : a.Examples,
            AnyOf = a.AnyOf.IsEmpty ? b.AnyOf : a.AnyOf,
            OneOf = a.OneOf.IsEmpty ? b.OneOf : a.OneOf,
            Not = a.Not ?? b.Not,
            If = a.If ?? b.If,
            Then = a.If is null ? b.Then : a.Then,
            Else = a.If is null ? b.Else : a.Else,
            ReadOnly = a.ReadOnly || b.ReadOnly,
            WriteOnly = a.WriteOnly || b.WriteOnly,
            Deprecated = a.Deprecated || b.Deprecated,
            // Where both parts have a keyword that can stand only once, the second stays a part of its own.
            AllOf = Clashes(a, b) ? a.AllOf.Add(b) : a.AllOf.AddRange(b.AllOf),
        };

    private static bool Clashes(SchemaNode a, SchemaNode b) =>
        (a.Pattern is not null && b.Pattern is not null && a.Pattern != b.Pattern)
        || (a.Format is not null && b.Format is not null && a.Format != b.Format)
        || (a.MultipleOf is not null && b.MultipleOf is not null && a.MultipleOf != b.MultipleOf)
        || (a.Items is not null && b.Items is not null)
        || (a.Contains is not null && b.Contains is not null)
        || (a.AdditionalProperties is not null && b.AdditionalProperties is not null)
        || (a.PropertyNames is not null && b.PropertyNames is not null)
        || (!a.PrefixItems.IsEmpty && !b.PrefixItems.IsEmpty)
        || (!a.AnyOf.IsEmpty && !b.AnyOf.IsEmpty)
        || (!a.OneOf.IsEmpty && !b.OneOf.IsEmpty)
        || (a.Not is not null && b.Not is not null)
        || (a.If is not null && b.If is not null)
        || (a.Const is not null && b.Const is not null && !JsonElement.DeepEquals(a.Const.Value, b.Const.Value));

    private static JsonTypes Common(JsonTypes a, JsonTypes b)
    {
        if (a == JsonTypes.Any || b == JsonTypes.Any)
        {
            return a | b;
        }

        var common = a & b;
        // Every integer is a number.
        return
            (Has(a, JsonTypes.Number) && Has(b, JsonTypes.Integer))
            || (Has(a, JsonTypes.Integer) && Has(b, JsonTypes.Number))
            ? common | JsonTypes.Integer
            : common;
    }

    private static bool Has(JsonTypes types, JsonTypes type) => (types & type) != 0;

    private static ImmutableArray<SchemaProperty> Properties(
        ImmutableArray<SchemaProperty> a,
        ImmutableArray<SchemaProperty> b
    ) =>
        [
            .. Matching
                .By(a, b, p => p.Name.Value)
                .Select(p =>
                    p.Old is null ? p.New!
                    : p.New is null ? p.Old
                    : p.Old with
                    {
                        Schema =
                            p.Old.Schema.KeywordLocations.IsEmpty ? p.New.Schema
                            : p.New.Schema.KeywordLocations.IsEmpty ? p.Old.Schema
                            : p.Old.Schema with { AllOf = p.Old.Schema.AllOf.Add(p.New.Schema) },
                        Required = p.Old.Required ?? p.New.Required,
                    }
                ),
        ];

    private static ImmutableArray<JsonElement> Enum(ImmutableArray<JsonElement> a, ImmutableArray<JsonElement> b) =>
        a.IsEmpty ? b
        : b.IsEmpty ? a
        : [.. a.Where(x => b.Any(y => JsonElement.DeepEquals(x, y)))];

    private static T? Greater<T>(T? a, T? b)
        where T : struct, IComparable<T> => a is null || (b is not null && b.Value.CompareTo(a.Value) > 0) ? b : a;

    private static T? Less<T>(T? a, T? b)
        where T : struct, IComparable<T> => a is null || (b is not null && b.Value.CompareTo(a.Value) < 0) ? b : a;
}
