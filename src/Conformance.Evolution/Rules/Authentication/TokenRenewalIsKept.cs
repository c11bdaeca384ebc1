using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Consumers are not obliged to renew tokens earlier, or to give up sooner.</summary>
internal sealed class TokenRenewalIsKept()
    : EvolutionRule(
        "EVO-405",
        "Rules for renewing tokens are kept",
        "A client that keeps to the old threshold, number of attempts or pause breaks stricter rules without knowing."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Authentication?.Refresh, pair.New.Authentication?.Refresh);
        var subject = pair.Section(
            "token renewal",
            old?.Location ?? pair.Old.Authentication?.Location,
            now?.Location ?? pair.New.Authentication?.Location
        );
        return
        [
            .. Demand(subject, "automatic renewal", Flag(old), Flag(now), (before, after) => after.CompareTo(before)),
            .. Demand(
                subject,
                "the time before expiry to renew at",
                old?.Threshold,
                now?.Threshold,
                (before, after) => after.CompareTo(before)
            ),
            .. Demand(
                subject,
                "the number of token requests",
                old?.RetryAttempts,
                now?.RetryAttempts,
                (before, after) => before.CompareTo(after)
            ),
            .. Demand(
                subject,
                "the pause between token requests",
                old?.RetryDelay,
                now?.RetryDelay,
                (before, after) => after.CompareTo(before)
            ),
        ];
    }

    // Nothing said is the same as nothing demanded.
    private static Located<bool>? Flag(TokenRefresh? refresh) =>
        refresh?.Automatic == true ? In<bool>(true, refresh.Location) : null;
}
