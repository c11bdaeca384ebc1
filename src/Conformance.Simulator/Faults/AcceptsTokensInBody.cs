using System.Text.Json;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A valid token as a member of the body is let in.</summary>
public sealed class AcceptsTokensInBody : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "A valid token as a member of the body is let in.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScheme(specification);

    private protected override IEnumerable<string> Mistaken(Call call) =>
        StrictJson.Read(call.Request.Body, out var body) is null && body.ValueKind is JsonValueKind.Object
            ? body.EnumerateObject()
                .Where(m => m.Value.ValueKind is JsonValueKind.String)
                .Select(m => m.Value.GetString()!)
            : [];
}
