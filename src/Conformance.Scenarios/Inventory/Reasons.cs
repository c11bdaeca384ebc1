using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Why no case tests a requirement: each reason spelled once.</summary>
internal static class Reasons
{
    /// <summary>It binds the caller, and a run is the caller.</summary>
    public const string BindsTheCaller = "It binds the caller; a run looks at the provider.";

    /// <summary>It is about the inside of the provider.</summary>
    public const string InsideTheProvider = "It cannot be seen from outside: no answer depends on it.";

    /// <summary>Prose without a form that the dialect reads.</summary>
    public const string Prose = "It is prose: nothing in it names an answer that could be judged.";

    /// <summary>A second caller is needed.</summary>
    public const string NeedsSecondClient = "It needs the credentials of a second client.";

    /// <summary>More time or traffic than a run has.</summary>
    public const string NeedsMoreThanARun = "It shows over more time or more requests than a run has.";

    /// <summary>Nothing brings the answer about.</summary>
    public const string NothingProvokes =
        "Nothing in the specification brings the answer about; it is judged where it shows. A scenario with a setup would.";

    /// <summary>The provider may choose.</summary>
    public const string ProvidersChoice =
        "The provider may act otherwise and still conform; it is judged where it shows.";

    /// <summary>No refusal is declared.</summary>
    public const string NoRefusalDeclared =
        "The operation declares no answer to an invalid request; declare a response 400 or 422.";

    /// <summary>What a form cannot spell.</summary>
    public const string FormsAreTexts =
        "A form has texts only: in it the values that would break the rule look like those that keep it.";

    /// <summary>A body that is not made.</summary>
    public const string BodyIsNotSent = "A run sends JSON, and forms of texts, numbers and booleans; no other body.";

    /// <summary>A postcondition without a probe.</summary>
    public const string NoProbe = "No probe is declared that would observe it.";

    /// <summary>It shows only where an operation's limit is used up.</summary>
    public static string ToldByRefusal(Endpoint endpoint) =>
        $"It shows in a refusal over the limit only; see {RequirementIds.Operation(endpoint, "rate_limit.enforced")}.";
}
