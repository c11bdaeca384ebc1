namespace Conformance.Simulator.Interventions;

/// <summary>
/// Directs the simulator as a provider whose answers are chosen, and hears of everything that arrives. Called from any
/// thread; requests to the simulator's control paths are left out.
/// </summary>
public interface IProviderScript
{
    /// <summary>What is done with a request; null to answer it in the ordinary way.</summary>
    /// <param name="arrival">The request.</param>
    Intervention? Decide(Arrival arrival);

    /// <summary>Takes the finished exchange.</summary>
    /// <param name="arrival">The request.</param>
    /// <param name="intervention">What was done with it.</param>
    /// <param name="answer">What it was answered.</param>
    void Served(Arrival arrival, Intervention? intervention, GivenAnswer answer);
}
