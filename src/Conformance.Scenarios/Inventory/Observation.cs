namespace Conformance.Scenarios.Inventory;

/// <summary>How it can be seen from outside whether a target keeps a requirement.</summary>
public abstract record Observation
{
    private Observation() { }

    /// <summary>By cases that are about it: their requirement, or one of their expectations, carries its id.</summary>
    /// <param name="JudgedAs">Id that is carried: its own, or that of the wider requirement it is judged with.</param>
    public sealed record ByCase(string JudgedAs) : Observation;

    /// <summary>
    /// On every exchange, by an invariant: tested by every case that has a step in which one of these answers is due.
    /// </summary>
    /// <param name="Invariant">Name of the invariant, or of the check, that judges it.</param>
    /// <param name="JudgedAs">Requirement id that the invariant speaks of.</param>
    /// <param name="Answers">The answers it is judged on.</param>
    public sealed record OnEveryExchange(string Invariant, string JudgedAs, AnswersOf Answers) : Observation;

    /// <summary>Not at all, or not by a run as it is.</summary>
    /// <param name="Reason">Why, and what would make it observable.</param>
    public sealed record NotObserved(string Reason) : Observation;
}
