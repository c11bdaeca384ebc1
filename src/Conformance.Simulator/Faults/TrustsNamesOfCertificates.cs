using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A client certificate is believed for the name of its issuer.</summary>
public sealed class TrustsNamesOfCertificates : Fault
{
    /// <inheritdoc />
    public override string Description => "A client certificate is believed for the name of its issuer.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfCertificates(specification);

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.Unknown, Identity: { } identity }
        && call.Request.ClientCertificate is { } certificate
        && call.World.Options.Certificates!.NamesAuthority(certificate)
            ? new AccessDecision.Granted(identity)
            : decision;
}
