using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Optional body fields are refused.</summary>
public sealed class RefusesOptionalFields : Fault
{
    /// <inheritdoc />
    public override string Description => "Optional body fields are refused.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification)
    {
        var schemas = new SchemaIndex(specification);
        return Lack.Of(
            specification,
            e => e.Request is { } body && schemas.Properties(body.Schema).Any(p => !p.IsRequired),
            "optional field in a request"
        );
    }

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found)
    {
        var isObject =
            StrictJson.Read(call.Request.Body, out var body) is null && body.ValueKind is JsonValueKind.Object;
        if (call.Endpoint?.Request?.Schema is not { } schema || !isObject)
        {
            return found;
        }

        var optional = call.World.Schemas.Properties(schema).Where(p => !p.IsRequired).Select(p => p.Name.Value);
        return found.AddRange(
            optional
                .Where(n => body.TryGetProperty(n, out _))
                .Select(n => new Violation(n, "optional", "Is not allowed"))
        );
    }
}
