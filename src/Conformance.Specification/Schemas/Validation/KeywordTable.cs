using System.Collections.Frozen;
using Conformance.Specification.Schemas.Resolution;
using Conformance.Specification.Schemas.Validation.Keywords;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>One keyword: which drafts have it, where it holds schemas, and how it is compiled.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Create">Compiles it; null when it asserts nothing by itself.</param>
internal sealed record KeywordRow(string Name, Func<KeywordContext, SchemaKeyword?>? Create = null)
{
    /// <summary>The first draft that has it.</summary>
    public SchemaDraft Since { get; init; } = SchemaDraft.Draft4;

    /// <summary>The last draft that has it.</summary>
    public SchemaDraft Until { get; init; } = SchemaDraft.Draft202012;

    /// <summary>Where it holds schemas.</summary>
    public SubschemaShape Subschemas { get; init; }

    /// <summary>Whether it belongs to the validation vocabulary, which a custom meta-schema can leave out.</summary>
    public bool IsValidation { get; init; }
}

/// <summary>Every keyword that is enforced, or known to assert nothing. Any other is a problem that is reported.</summary>
internal static class KeywordTable
{
    private static readonly KeywordRow[] Rows =
    [
        // Core.
        new("$schema"),
        new("$id") { Since = SchemaDraft.Draft6 },
        new("id") { Until = SchemaDraft.Draft4 },
        new("$comment") { Since = SchemaDraft.Draft7 },
        new("$defs") { Since = SchemaDraft.Draft201909, Subschemas = SubschemaShape.Map },
        new("definitions") { Subschemas = SubschemaShape.Map },
        new("$anchor") { Since = SchemaDraft.Draft201909 },
        new("$vocabulary") { Since = SchemaDraft.Draft201909 },
        new("$dynamicAnchor") { Since = SchemaDraft.Draft202012 },
        new("$recursiveAnchor") { Since = SchemaDraft.Draft201909, Until = SchemaDraft.Draft201909 },
        new("$ref", context => new RefKeyword(context)),
        new("$dynamicRef", context => new DynamicRefKeyword(context)) { Since = SchemaDraft.Draft202012 },
        new("$recursiveRef", context => new DynamicRefKeyword(context))
        {
            Since = SchemaDraft.Draft201909,
            Until = SchemaDraft.Draft201909,
        },
        // Applied to the same value.
        new("allOf", context => new AllOfKeyword(context)) { Subschemas = SubschemaShape.List },
        new("anyOf", context => new AlternativesKeyword(context)) { Subschemas = SubschemaShape.List },
        new("oneOf", context => new AlternativesKeyword(context)) { Subschemas = SubschemaShape.List },
        new("not", context => new NotKeyword(context)) { Subschemas = SubschemaShape.Single },
        new("if", context => new ConditionKeyword(context))
        {
            Since = SchemaDraft.Draft7,
            Subschemas = SubschemaShape.Single,
        },
        new("then") { Since = SchemaDraft.Draft7, Subschemas = SubschemaShape.Single },
        new("else") { Since = SchemaDraft.Draft7, Subschemas = SubschemaShape.Single },
        new("dependentSchemas", context => new DependentKeyword(context))
        {
            Since = SchemaDraft.Draft201909,
            Subschemas = SubschemaShape.Map,
        },
        new("dependencies", context => new DependentKeyword(context)) { Subschemas = SubschemaShape.Map },
        // Applied to members and elements.
        new("properties", context => new PropertiesKeyword(context)) { Subschemas = SubschemaShape.Map },
        new("patternProperties", context => new PatternPropertiesKeyword(context)) { Subschemas = SubschemaShape.Map },
        new("additionalProperties", context => new AdditionalPropertiesKeyword(context))
        {
            Subschemas = SubschemaShape.Single,
        },
        new("propertyNames", context => new PropertyNamesKeyword(context))
        {
            Since = SchemaDraft.Draft6,
            Subschemas = SubschemaShape.Single,
        },
        new("items", ItemsKeyword.Create)
        {
            Until = SchemaDraft.Draft201909,
            Subschemas = SubschemaShape.Single | SubschemaShape.List,
        },
        new("items", ItemsKeyword.Create) { Since = SchemaDraft.Draft202012, Subschemas = SubschemaShape.Single },
        new("additionalItems", ItemsKeyword.CreateAdditional)
        {
            Until = SchemaDraft.Draft201909,
            Subschemas = SubschemaShape.Single,
        },
        new("prefixItems", context => new PrefixItemsKeyword(context))
        {
            Since = SchemaDraft.Draft202012,
            Subschemas = SubschemaShape.List,
        },
        new("contains", context => new ContainsKeyword(context))
        {
            Since = SchemaDraft.Draft6,
            Subschemas = SubschemaShape.Single,
        },
        new("minContains") { Since = SchemaDraft.Draft201909, IsValidation = true },
        new("maxContains") { Since = SchemaDraft.Draft201909, IsValidation = true },
        new("unevaluatedProperties", context => new UnevaluatedPropertiesKeyword(context))
        {
            Since = SchemaDraft.Draft201909,
            Subschemas = SubschemaShape.Single,
        },
        new("unevaluatedItems", context => new UnevaluatedItemsKeyword(context))
        {
            Since = SchemaDraft.Draft201909,
            Subschemas = SubschemaShape.Single,
        },
        // Assertions.
        new("type", context => new TypeKeyword(context)) { IsValidation = true },
        new("enum", context => new EnumKeyword(context)) { IsValidation = true },
        new("const", context => new EnumKeyword(context)) { Since = SchemaDraft.Draft6, IsValidation = true },
        new("multipleOf", context => new MultipleOfKeyword(context)) { IsValidation = true },
        new("minimum", context => new BoundKeyword(context)) { IsValidation = true },
        new("maximum", context => new BoundKeyword(context)) { IsValidation = true },
        new("exclusiveMinimum") { Until = SchemaDraft.Draft4 },
        new("exclusiveMaximum") { Until = SchemaDraft.Draft4 },
        new("exclusiveMinimum", context => new BoundKeyword(context))
        {
            Since = SchemaDraft.Draft6,
            IsValidation = true,
        },
        new("exclusiveMaximum", context => new BoundKeyword(context))
        {
            Since = SchemaDraft.Draft6,
            IsValidation = true,
        },
        new("minLength", context => new LengthKeyword(context)) { IsValidation = true },
        new("maxLength", context => new LengthKeyword(context)) { IsValidation = true },
        new("pattern", context => new PatternKeyword(context)) { IsValidation = true },
        new("minItems", context => new SizeKeyword(context)) { IsValidation = true },
        new("maxItems", context => new SizeKeyword(context)) { IsValidation = true },
        new("uniqueItems", UniqueItemsKeyword.Create) { IsValidation = true },
        new("minProperties", context => new SizeKeyword(context)) { IsValidation = true },
        new("maxProperties", context => new SizeKeyword(context)) { IsValidation = true },
        new("required", context => new RequiredKeyword(context, context.Texts(context.Value))) { IsValidation = true },
        new("dependentRequired", context => new DependentKeyword(context))
        {
            Since = SchemaDraft.Draft201909,
            IsValidation = true,
        },
        new("format", FormatKeyword.Create),
        // Annotations, of JSON Schema and of OpenAPI 3.1.
        new("title"),
        new("description"),
        new("default"),
        new("examples") { Since = SchemaDraft.Draft6 },
        new("deprecated") { Since = SchemaDraft.Draft201909 },
        new("readOnly") { Since = SchemaDraft.Draft7 },
        new("writeOnly") { Since = SchemaDraft.Draft7 },
        new("contentEncoding") { Since = SchemaDraft.Draft201909 },
        new("contentMediaType") { Since = SchemaDraft.Draft201909 },
        new("contentSchema") { Since = SchemaDraft.Draft201909, Subschemas = SubschemaShape.Single },
        new("discriminator") { Since = SchemaDraft.Draft202012 },
        new("xml") { Since = SchemaDraft.Draft202012 },
        new("externalDocs") { Since = SchemaDraft.Draft202012 },
        new("example") { Since = SchemaDraft.Draft202012 },
    ];

    private static readonly FrozenDictionary<SchemaDraft, FrozenDictionary<string, KeywordRow>> ByDraft =
        Enum.GetValues<SchemaDraft>()
            .ToFrozenDictionary(
                draft => draft,
                draft =>
                    Rows.Where(row => row.Since <= draft && draft <= row.Until)
                        .ToFrozenDictionary(row => row.Name, StringComparer.Ordinal)
            );

    /// <summary>The keywords of a draft that assert something, in the order of the table.</summary>
    /// <param name="draft">The draft.</param>
    public static IEnumerable<string> EnforcedBy(SchemaDraft draft) =>
        Rows.Where(row => row.Since <= draft && draft <= row.Until && row.Create is not null).Select(row => row.Name);

    /// <summary>The row of a keyword; null when the dialect does not have it.</summary>
    /// <param name="name">The keyword.</param>
    /// <param name="dialect">The dialect.</param>
    public static KeywordRow? Find(string name, SchemaDialect dialect) =>
        ByDraft[dialect.Draft].TryGetValue(name, out var row) && (dialect.HasValidation || !row.IsValidation)
            ? row
            : null;
}
