using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A secret is known by its beginning.</summary>
public sealed class AcceptsSecretsCutShort : Fault
{
    /// <inheritdoc />
    public override string Description => "A secret is known by its beginning.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "client_secret") is { Length: > 4 } secret
        && TokenForm.Client(call, request).ClientSecret.StartsWith(secret, StringComparison.Ordinal)
            ? TokenForm.With(request, "client_secret", TokenForm.Client(call, request).ClientSecret)
            : request;
}
