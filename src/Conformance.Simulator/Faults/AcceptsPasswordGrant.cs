using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The password grant is served, though it is not declared.</summary>
public sealed class AcceptsPasswordGrant : Fault
{
    /// <inheritdoc />
    public override string Description => "The password grant is served, though it is not declared.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "grant_type") == "password"
            ? TokenForm.With(request, "grant_type", "client_credentials")
            : request;
}
