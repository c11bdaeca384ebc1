using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;

namespace Conformance.Specification.Suppression;

/// <summary>What can be wrong with a suppression itself.</summary>
internal static class SuppressionRules
{
    public static RuleDescription Malformed { get; } =
        new(
            "SUP-101",
            Severity.Error,
            "A suppression cannot be read",
            "A finding may be accepted, but never without a reason that the next reader can judge.",
            "write: # conformance: ignore RULE-ID reason"
        )
        {
            IsAdvisory = true,
        };

    public static RuleDescription Unused { get; } =
        new(
            "SUP-102",
            Severity.Warning,
            "A suppression is unused",
            "What it accepted is repaired or has moved; left behind, it hides the next finding there.",
            "remove the comment"
        );

    public static RuleDescription Expired { get; } =
        new(
            "SUP-103",
            Severity.Warning,
            "A suppression has expired",
            "The finding was accepted up to a day, and that day has passed.",
            "repair the finding, or set a new day"
        );

    public static ImmutableArray<RuleDescription> All { get; } = [Malformed, Unused, Expired];
}
