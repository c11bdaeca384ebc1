using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A request without a grant type is taken for client credentials.</summary>
public sealed class AcceptsMissingGrantType : Fault
{
    /// <inheritdoc />
    public override string Description => "A request without a grant type is taken for client credentials.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "grant_type") is null && TokenForm.Read(request).Count > 0
            ? TokenForm.With(request, "grant_type", "client_credentials")
            : request;
}
