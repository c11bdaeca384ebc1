using Conformance.Simulator.Interventions;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>One performance of a script: decides request by request. Called by one thread at a time.</summary>
internal abstract class Direction
{
    /// <summary>What is done with a request; null to answer it in the ordinary way.</summary>
    /// <param name="arrival">The request.</param>
    public abstract Intervention? Decide(Arrival arrival);

    /// <summary>Hears what a request was answered.</summary>
    /// <param name="arrival">The request.</param>
    /// <param name="answer">The answer.</param>
    public virtual void Served(Arrival arrival, GivenAnswer answer) { }

    /// <summary>Decides by a function.</summary>
    /// <param name="decide">The function.</param>
    public static Direction By(Func<Arrival, Intervention?> decide) => new Deciding(decide);

    private sealed class Deciding(Func<Arrival, Intervention?> decide) : Direction
    {
        public override Intervention? Decide(Arrival arrival) => decide(arrival);
    }
}
