using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A client that is not known gets a token.</summary>
public sealed class AcceptsUnknownClients : Fault
{
    /// <inheritdoc />
    public override string Description => "A client that is not known gets a token.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "client_id") is { Length: > 0 } id
        && call.World.Options.Credentials.All(c => c.ClientId != id)
            ? TokenForm.With(
                TokenForm.With(request, "client_secret", TokenForm.Client(call, request).ClientSecret),
                "client_id",
                TokenForm.Client(call, request).ClientId
            )
            : request;
}
