using System.Reflection;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>What a fault needs by where it lies: the area it is in, and the hooks it overrides.</summary>
internal static class HookNeeds
{
    private const BindingFlags Hooks = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>What the specification lacks for the fault, or null.</summary>
    public static string? LackOf(Fault fault, IntegrationSpecification specification)
    {
        if (OfArea(fault.Area, specification) is { } missing)
        {
            return missing;
        }

        var lacks = Needs.Where(n => IsOverridden(fault, n.Hook)).Select(n => n.Lack(specification)).ToList();
        // A fault may lie at several places; one that the specification knows is enough.
        return lacks.Count > 0 && lacks.All(l => l is not null) ? lacks[0] : null;
    }

    private static string? OfArea(FaultArea area, IntegrationSpecification specification) =>
        area switch
        {
            FaultArea.Authentication => Lack.OfProtection(specification),
            FaultArea.Idempotency => Lack.OfKeys(specification),
            FaultArea.RateLimit => Lack.OfLimits(specification),
            FaultArea.Webhooks => WebhookLack.OfEvents(specification),
            _ => null,
        };

    // Hooks that every call passes need nothing, and are not listed.
    private static IEnumerable<(string Hook, Func<IntegrationSpecification, string?> Lack)> Needs =>
        [
            (nameof(Fault.AlterAccess), Lack.OfProtection),
            (nameof(Fault.AlterTokenRequest), Lack.OfTokenEndpoint),
            (nameof(Fault.AlterToken), Lack.OfTokenEndpoint),
            (nameof(Fault.AlterJwtDefects), s => Lack.OfJwts(s)),
            (nameof(Fault.AlterLimit), Lack.OfLimits),
            (nameof(Fault.AlterLimitedClient), Lack.OfLimits),
            (nameof(Fault.AlterAllowance), Lack.OfLimits),
            (nameof(Fault.AlterKey), Lack.OfKeys),
            (nameof(Fault.AlterKeyDecision), Lack.OfKeys),
            (
                nameof(Fault.AlterStored),
                s => Lack.OfAction(s, ResourceAction.Create, ResourceAction.Update, ResourceAction.Transition)
            ),
            (nameof(Fault.AlterDeleted), s => Lack.OfAction(s, ResourceAction.Delete)),
            (nameof(Fault.AlterTransition), s => Lack.OfAction(s, ResourceAction.Update, ResourceAction.Transition)),
            (nameof(Fault.AlterListed), s => Lack.OfAction(s, ResourceAction.List, ResourceAction.Search)),
        ];

    private static bool IsOverridden(Fault fault, string hook) =>
        fault.GetType().GetMethod(hook, Hooks)!.DeclaringType != typeof(Fault);
}
