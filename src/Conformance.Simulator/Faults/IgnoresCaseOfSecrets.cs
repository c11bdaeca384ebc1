using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Secrets are compared without regard to upper and lower case.</summary>
public sealed class IgnoresCaseOfSecrets : Fault
{
    /// <inheritdoc />
    public override string Description => "Secrets are compared without regard to upper and lower case.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "client_secret") is { } secret
        && TokenForm.Client(call, request).ClientSecret is var known
        && secret != known
        && secret.Equals(known, StringComparison.OrdinalIgnoreCase)
            ? TokenForm.With(request, "client_secret", known)
            : request;
}
