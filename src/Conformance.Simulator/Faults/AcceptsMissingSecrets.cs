using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A client that names itself needs no secret.</summary>
public sealed class AcceptsMissingSecrets : Fault
{
    /// <inheritdoc />
    public override string Description => "A client that names itself needs no secret.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        string.IsNullOrEmpty(TokenForm.Value(request, "client_secret"))
        && TokenForm.Value(request, "client_id") is { Length: > 0 }
            ? TokenForm.With(request, "client_secret", TokenForm.Client(call, request).ClientSecret)
            : request;
}
