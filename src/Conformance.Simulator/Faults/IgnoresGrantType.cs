using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Whatever grant type is named, and none, is taken for client credentials.</summary>
public sealed class IgnoresGrantType : Fault
{
    /// <inheritdoc />
    public override string Description => "Whatever grant type is named, and none, is taken for client credentials.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Read(request).Count > 0 ? TokenForm.With(request, "grant_type", "client_credentials") : request;
}
