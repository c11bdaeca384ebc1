using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The token endpoint takes client credentials from the URL.</summary>
public sealed class AcceptsSecretsInUrl : Fault
{
    /// <inheritdoc />
    public override string Description => "The token endpoint takes client credentials from the URL.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        request.Method == "POST"
            ? TokenForm.Of(request, TokenForm.Read(request).Concat(request.Query).DistinctBy(p => p.Key))
            : request;
}
