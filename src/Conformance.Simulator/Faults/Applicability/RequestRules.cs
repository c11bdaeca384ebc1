using System.Collections.Immutable;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>The keywords that the requests of a specification can be held against: what validation can find wrong, and nothing else.</summary>
internal static class RequestRules
{
    private const int MaxDepth = 16;

    /// <summary>The keywords of bodies and query parameters.</summary>
    public static ImmutableHashSet<string> OfFields(IntegrationSpecification specification)
    {
        var schemas = new SchemaIndex(specification);
        return
        [
            .. specification.Endpoints.SelectMany(e => e.QueryParameters).SelectMany(p => Of(schemas, p)),
            .. specification
                .Endpoints.Select(e => e.Request)
                .OfType<RequestBody>()
                .SelectMany(r => Of(schemas, r.Schema).Append("json").Append("content-type")),
        ];
    }

    /// <summary>The keywords of headers, that of the idempotency key included.</summary>
    public static ImmutableHashSet<string> OfHeaders(IntegrationSpecification specification)
    {
        var schemas = new SchemaIndex(specification);
        return
        [
            .. specification.Endpoints.SelectMany(e => OfHeaders(schemas, specification, e)),
            .. specification.Endpoints.Select(e => e.Idempotency).OfType<IdempotencyRules>().SelectMany(OfKey),
        ];
    }

    private static IEnumerable<string> OfHeaders(
        SchemaIndex schemas,
        IntegrationSpecification specification,
        Endpoint endpoint
    )
    {
        // These are not validated as headers: others have already judged them.
        string?[] elsewhere =
        [
            "Content-Type",
            "Accept",
            specification.Authentication is null
                ? null
                : specification.Authentication.HeaderName?.Value ?? "Authorization",
            endpoint.Idempotency?.Header.Value,
        ];
        return endpoint
            .Headers.Where(h => !elsewhere.Contains(h.Name.Value, StringComparer.OrdinalIgnoreCase))
            .SelectMany(h => Of(schemas, h.Schema).Concat(h.Required ? ["required"] : []).Append("header"));
    }

    private static IEnumerable<string> OfKey(IdempotencyRules rules) =>
        new[] { "minLength", "maxLength", "header" }.Concat(rules.Required ? ["required"] : []);

    private static IEnumerable<string> Of(SchemaIndex schemas, ParameterDefinition parameter) =>
        Of(schemas, parameter.Schema).Concat(parameter.Required ? ["required"] : []).Append("query");

    private static IEnumerable<string> Of(SchemaIndex schemas, SchemaNode schema) =>
        Of(schemas, schema, SchemaLevels.Within(schema, s => schemas.Parts(s).SelectMany(Inner), MaxDepth));

    private static IEnumerable<string> Of(SchemaIndex schemas, SchemaNode schema, int levels) =>
        levels < 0
            ? []
            : schemas
                .Parts(schema)
                .SelectMany(p => Keywords(p).Concat(Inner(p).SelectMany(i => Of(schemas, i, levels - 1))));

    private static IEnumerable<SchemaNode> Inner(SchemaNode schema) =>
        new[]
        {
            schema.Items,
            schema.Contains,
            schema.PropertyNames,
            schema.AdditionalProperties,
            schema.Then,
            schema.Else,
        }
            .OfType<SchemaNode>()
            .Concat(schema.Properties.Select(p => p.Schema).Where(s => !s.ReadOnly))
            .Concat(schema.PrefixItems)
            .Concat(schema.PatternProperties.Select(p => p.Value));

    private static IEnumerable<string> Keywords(SchemaNode schema) =>
        new (string Keyword, bool IsThere)[]
        {
            ("type", schema.Types is not JsonTypes.Any),
            ("enum", !schema.Enum.IsDefaultOrEmpty),
            ("const", schema.Const is not null),
            ("minLength", schema.MinLength is > 0),
            ("maxLength", schema.MaxLength is not null),
            ("pattern", schema.Pattern is not null),
            ("format", schema.Format is not null),
            ("minimum", schema.Minimum is not null),
            ("maximum", schema.Maximum is not null),
            ("exclusiveMinimum", schema.ExclusiveMinimum is not null),
            ("exclusiveMaximum", schema.ExclusiveMaximum is not null),
            ("multipleOf", schema.MultipleOf is not null),
            ("minItems", schema.MinItems is > 0),
            ("maxItems", schema.MaxItems is not null),
            ("uniqueItems", schema.UniqueItems),
            ("contains", schema.Contains is not null),
            ("minProperties", schema.MinProperties is > 0),
            ("maxProperties", schema.MaxProperties is not null),
            ("required", schema.Properties.Any(p => p.IsRequired && !p.Schema.ReadOnly)),
            ("dependentRequired", !schema.DependentRequired.IsEmpty),
            ("additionalProperties", schema.AdditionalPropertiesAllowed is false),
            ("anyOf", !schema.AnyOf.IsEmpty),
            ("oneOf", !schema.OneOf.IsEmpty),
            ("not", schema.Not is not null),
        }
            .Where(k => k.IsThere)
            .Select(k => k.Keyword);
}
