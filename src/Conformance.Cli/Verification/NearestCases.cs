using Conformance.Scenarios.Cases;
using Conformance.Simulator.Faults;
using Conformance.Specification.Model;

namespace Conformance.Cli.Verification;

/// <summary>
/// The cases that are about what a fault lies about. They are asked first: a fault that they catch need not be shown to
/// the others.
/// </summary>
internal static class NearestCases
{
    /// <summary>Tells the nearest cases of an area from the others.</summary>
    /// <param name="area">The area; bytes and time concern every case alike.</param>
    public static Func<ContractCase, bool> Of(FaultArea area) =>
        area switch
        {
            FaultArea.Schema or FaultArea.Headers => OfKind(ScenarioKind.HappyPath),
            FaultArea.Validation or FaultArea.ErrorFormat => OfKind(ScenarioKind.ValidationErrors),
            FaultArea.Authentication => OfKind(ScenarioKind.AuthRefresh),
            FaultArea.Idempotency => OfKind(ScenarioKind.Idempotency),
            FaultArea.RateLimit => OfKind(ScenarioKind.RateLimit),
            FaultArea.Webhooks => OfKind(ScenarioKind.Webhooks),
            FaultArea.Status or FaultArea.State => c => c.Kind is ScenarioKind.HappyPath or ScenarioKind.EdgeCases,
            _ => _ => true,
        };

    private static Func<ContractCase, bool> OfKind(ScenarioKind kind) => c => c.Kind == kind;
}
