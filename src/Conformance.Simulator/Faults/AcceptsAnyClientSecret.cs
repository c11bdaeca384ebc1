using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Any secret of a known client is taken.</summary>
public sealed class AcceptsAnyClientSecret : Fault
{
    /// <inheritdoc />
    public override string Description => "Any secret of a known client is taken.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "client_secret") is { Length: > 0 }
        && call.World.Options.Credentials.Any(c => c.ClientId == TokenForm.Value(request, "client_id"))
            ? TokenForm.With(request, "client_secret", TokenForm.Client(call, request).ClientSecret)
            : request;
}
