using Conformance.Simulator.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>The fields that successful answers declare, at any depth.</summary>
internal static class AnsweredFields
{
    private const int MaxDepth = 8;

    /// <summary>Null when one of them fits, otherwise what is lacking.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="fits">Whether a field does; given every part of its schema.</param>
    /// <param name="what">What is lacking when none does.</param>
    public static string? LackOf(
        IntegrationSpecification specification,
        Func<SchemaProperty, IReadOnlyList<SchemaNode>, bool> fits,
        string what
    )
    {
        var schemas = new SchemaIndex(specification);
        return specification
            .Endpoints.SelectMany(e => e.Responses)
            .Where(r => r.Status.Value is >= 200 and < 300)
            .Select(r => r.Schema)
            .OfType<SchemaNode>()
            .SelectMany(s => Of(schemas, s, SchemaLevels.Within(s, schemas.Inside, MaxDepth)))
            .Any(p => fits(p, schemas.Parts(p.Schema)))
            ? null
            : what;
    }

    /// <summary>Null when one of them has this format.</summary>
    public static string? LackOfFormat(IntegrationSpecification specification, string format) =>
        LackOf(specification, (_, parts) => parts.Any(p => p.Format == format), $"{format} in an answer");

    private static IEnumerable<SchemaProperty> Of(SchemaIndex schemas, SchemaNode schema, int levels) =>
        levels < 0
            ? []
            : schemas.Properties(schema).Concat(schemas.Inside(schema).SelectMany(s => Of(schemas, s, levels - 1)));
}
