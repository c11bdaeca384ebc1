using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A new token of the same client does not know its old keys.</summary>
public sealed class ScopesIdempotencyKeysToTokens : Fault
{
    /// <inheritdoc />
    public override string Description => "A new token of the same client does not know its old keys.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        Lack.OfTokenEndpoint(specification) is null ? null : "A client has one credential, and never another token.";

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey) =>
        $"{call.Request.Header("Authorization")}\n{scopedKey}";
}
