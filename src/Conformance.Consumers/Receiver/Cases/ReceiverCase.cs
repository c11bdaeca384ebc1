using System.Collections.Immutable;
using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;

namespace Conformance.Consumers.Receiver.Cases;

/// <summary>One test of a receiver: what is delivered, what must be answered, and what effect must be seen. Sends nothing itself.</summary>
/// <param name="Case">Id, title and requirement, as reports show them.</param>
/// <param name="Steps">What is done, in order.</param>
internal sealed record ReceiverCase(ContractCase Case, ImmutableArray<ReceiverStep> Steps)
{
    /// <summary>Whether it is about effects alone, so that nothing is left of it where none can be seen.</summary>
    public bool IsAboutEffects { get; init; }

    /// <summary>Whether it needs to see how many effects there were, not only whether there was one.</summary>
    public bool CountsEffects { get; init; }
}

/// <summary>One thing that is done in a case.</summary>
/// <param name="Name">Unique in its case; exchanges carry it.</param>
internal abstract record ReceiverStep(string Name)
{
    /// <summary>A delivery is sent.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Delivery">What it is.</param>
    /// <param name="Rules">What must hold of the answer.</param>
    public sealed record Deliver(string Name, Delivery Delivery, params ImmutableArray<AnswerRule> Rules)
        : ReceiverStep(Name)
    {
        /// <summary>Sent at the same moment, each on a connection of its own; empty for one delivery alone.</summary>
        public ImmutableArray<Delivery> Beside { get; init; } = [];

        /// <summary>
        /// Whether the case only rests on this step: when its rules do not hold, the case is inconclusive instead of
        /// failed, and ends.
        /// </summary>
        public bool IsControl { get; init; }
    }

    /// <summary>The effects of events are looked at.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Events">Names of the events; of a probe that counts all, they are all that the case delivered.</param>
    /// <param name="Count">How many effects they must have had, all together.</param>
    /// <param name="Requirement">What demands it.</param>
    public sealed record LookForEffects(string Name, ImmutableArray<string> Events, int Count, Requirement Requirement)
        : ReceiverStep(Name);
}

/// <summary>What must hold of an answer, and what demands it.</summary>
/// <param name="Kind">What must hold.</param>
/// <param name="Requirement">What demands it.</param>
internal sealed record AnswerRule(AnswerKind Kind, Requirement Requirement);

/// <summary>What may be asked of an answer.</summary>
internal enum AnswerKind
{
    /// <summary>2xx, within the declared time.</summary>
    Accepted,

    /// <summary>4xx.</summary>
    Refused,

    /// <summary>4xx, or the connection is closed.</summary>
    RefusedOrClosed,

    /// <summary>Anything but 5xx, within the declared time.</summary>
    NoServerError,

    /// <summary>Of several at once: at least one 2xx, and no 5xx but 503.</summary>
    OneAccepted,

    /// <summary>Nothing; that it was accepted is told, as a weakness of the specification and not of the receiver.</summary>
    WeaknessWhenAccepted,
}
